/** When an account's list was last read. Written at each good poll, so it lives apart from the cache. */
export interface Freshness {
  accountId: string
  /** Local ms. */
  succeededAt: number
  /** The same moment by the server's clock, which nobody sets, ms. */
  serverAt: number
  /** What was sent up to this server time (ms) came while nobody looked: the computer slept, or was off. */
  missedUpTo: number
}

/** Polls come every 15 min at least, also while nobody is at the computer. */
const LEAST_MS = 20 * 60_000
const POLLS_MISSED = 3

/**
 * Whether a list read so long ago (ms) is older than it should be: several polls were missed. A negative age is a
 * clock that was put back, and says as little.
 */
export function isOverdue(age: number, pollSeconds: number): boolean {
  return Math.abs(age) > Math.max(LEAST_MS, POLLS_MISSED * pollSeconds * 1000)
}

/** What becomes of an account's freshness with a good read of its list. */
export function afterRead(
  before: Freshness | undefined,
  read: Pick<Freshness, 'accountId' | 'succeededAt' | 'serverAt'>,
  pollSeconds: number,
): Freshness {
  const slept = before !== undefined && isOverdue(read.serverAt - before.serverAt, pollSeconds)
  return { ...read, missedUpTo: slept ? read.serverAt : (before?.missedUpTo ?? 0) }
}
