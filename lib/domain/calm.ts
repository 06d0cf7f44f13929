/**
 * What a poll found when nothing was left to do: as long as nobody writes, the same answers mean that there is still
 * nothing to do. Times are local ms.
 */
export interface Calm {
  /** The name of the note that goes with the first write. */
  id: string
  since: number
  /** When something becomes due by itself. */
  until: number
  pollSeconds: number
  /** The accounts that are polled, and what tells the answer for each from any other. */
  accounts: readonly { id: string; fingerprint: string }[]
}

/** Whether it may still be relied on at a local time (ms). A clock that was put back says nothing. */
export function isCalm(calm: Calm | null, now: number): calm is Calm {
  return calm !== null && now >= calm.since && now < calm.until
}
