/** How far (ms) the clocks of API, LinkedIn and this machine may be apart. */
const TOLERANCE_MS = 10 * 60_000
/** Where the answer does not tell the API's clock: ours may have been put back. */
const ALONE_TOLERANCE_MS = 24 * 60 * 60_000

/**
 * The latest server time (ms) that a message can have, as none was sent after the answer. One that claims to come from
 * the future would stay the newest of its thread for ever, and hide all that really is.
 * @param serverNow the answer's own clock, or null
 * @param now local ms
 */
export function latestBelieved(serverNow: number | null, now: number): number {
  return serverNow === null ? now + ALONE_TOLERANCE_MS : Math.max(serverNow, now) + TOLERANCE_MS
}
