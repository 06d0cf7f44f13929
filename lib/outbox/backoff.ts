const LONGEST_MS = 10 * 60_000

/** How long to wait (ms) before another try, after so many tries. */
export function backoff(tries: number): number {
  return Math.min(LONGEST_MS, 5_000 * 2 ** Math.min(tries, 10))
}
