import type { FailureKind } from './failure.ts'

/** One request to the API: enough to explain what the companion does, never the key, a text or a name. */
export interface LedgerEntry {
  at: number
  method: string
  /** Route with its parameters left as names, such as `/conversations/:urn/messages`. */
  route: string
  accountId: string | null
  /** HTTP status; null where no answer came. */
  status: number | null
  ms: number
  failure: FailureKind | null
}
