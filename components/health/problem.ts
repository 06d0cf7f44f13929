import { useSyncExternalStore } from 'react'
import type { FailureKind } from '../../lib/domain/failure.ts'

// A failure of this page itself, shown until dismissed. It is about this page and this moment, so it is not stored.
let problem: FailureKind | null = null
const listeners = new Set<() => void>()

/** Shows a failure in the page's banner; null takes it away. */
export function reportProblem(kind: FailureKind | null): void {
  problem = kind
  for (const listener of listeners) listener()
}

/** The failure to show, if any. */
export function useProblem(): FailureKind | null {
  return useSyncExternalStore(subscribe, () => problem)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
