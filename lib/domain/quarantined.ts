/** A row of an answer that could not be read. Says where and why, never what it held. */
export interface Quarantined {
  at: number
  accountId: string | null
  route: string
  reason: string
  /** How many rows of the answer it says this of; one if left out. */
  count?: number
}
