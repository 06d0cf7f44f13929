const MINUTE = 60_000
/** Two processes read the clock a moment apart; more than this back in time, and the clock was set. */
const SKEW_MS = MINUTE

/** How long (minutes) Parley may lie unused before it locks itself; null: not before the browser closes. */
export type LockAfter = number | null

/** What the user can choose. */
export const LOCK_AFTER: readonly LockAfter[] = [15, 60, 240, null]
export const DEFAULT_LOCK_AFTER = 60
/** A day. */
const LONGEST = 1440

/** When it locks unless it is used before, local ms; null: not by itself. Never used counts as long ago. */
export function lockDueAt(usedAt: number | null, lockAfter: LockAfter): number | null {
  return lockAfter === null ? null : (usedAt ?? 0) + lockAfter * MINUTE
}

/** Whether it was unused for long enough. A clock that was set back says nothing about use, so it locks then too. */
export function isLockDue(usedAt: number | null, lockAfter: LockAfter, now: number): boolean {
  const due = lockDueAt(usedAt, lockAfter)
  return due !== null && (now >= due || now < (usedAt ?? 0) - SKEW_MS)
}

/** The time after which it locks, as it lies on the disk; undefined where it is none. */
export function lockAfterFrom(value: unknown): LockAfter | undefined {
  const isTime = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LONGEST
  return value === null || isTime ? value : undefined
}
