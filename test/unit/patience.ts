import { vi } from 'vitest'

/** How long a state is waited for that is sure to come: a busy machine loads a lazy part in seconds. In ms. */
const PATIENCE_MS = 20_000

// Pages are rendered only where there is a document; the other files need not load what renders them.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: PATIENCE_MS })
}

/** Looks again and again until the check holds. */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { timeout: PATIENCE_MS })
}

/** Looks again and again until the answer is a truthy one. */
export function until<T>(look: () => T | Promise<T>): Promise<unknown> {
  return vi.waitUntil(look, { timeout: PATIENCE_MS, interval: 2 })
}
