/** How far (ms) the clocks of API, LinkedIn and this machine may be apart. */
const TOLERANCE_MS = 10 * 60_000
/**
 * Where the answer does not tell the API's clock, there is only ours, which may well be hours behind (a time zone set by
 * hand, an empty battery). What really came would then be kept back; one odd time that is believed wrongly stays on top
 * for a day at most.
 */
const ALONE_TOLERANCE_MS = 24 * 60 * 60_000

/**
 * The latest server time (ms) that anything can have, messages and list rows alike, as nothing was sent after the answer.
 * What claims to come from the future would stay the newest of all for ever, and hide what really is.
 * @param serverNow the answer's own clock, or null
 * @param now local ms
 */
export function latestBelieved(serverNow: number | null, now: number): number {
  return serverNow === null ? now + ALONE_TOLERANCE_MS : Math.max(serverNow, now) + TOLERANCE_MS
}
