/** The disk has no room for what sync brings. Times are local ms. */
export interface StorageFull {
  since: number
  failures: number
  /** The next run by itself; what the user asks for is tried at any time. */
  nextTryAt: number
}

/** What is wrong with keeping data on this machine, as far as all pages should say so. */
export interface StorageTrouble {
  full: StorageFull | null
  /** When the browser was found to have thrown the database away, until the user took note. */
  lostAt: number | null
}

/** The names under which it is noted outside the database, which may be the very thing that is broken. */
export const TROUBLE_MEMO = { full: 'storageFull', lostAt: 'storageLostAt' } as const

const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 15 * 60_000

/** What is known after one more write did not fit. */
export function fullAfter(before: StorageFull | null, now: number): StorageFull {
  const failures = (before?.failures ?? 0) + 1
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
  return { since: before?.since ?? now, failures, nextTryAt: now + pause }
}

/**
 * True where a write failed for want of room. The browser tells it by name; a library may have wrapped the error, once
 * for the aborted transaction and once more for a bulk of rows.
 */
export function isFullError(error: unknown): boolean {
  return causesOf(error, 4).some(({ name }) => name === 'QuotaExceededError')
}

function causesOf(error: unknown, depth: number): { name?: unknown }[] {
  if (typeof error !== 'object' || error === null || depth === 0) return []
  const { inner, failures } = error as { inner?: unknown; failures?: unknown }
  const below = [inner, ...(Array.isArray(failures) ? failures : [])]
  return [error as { name?: unknown }, ...below.flatMap((one) => causesOf(one, depth - 1))]
}
