import type { LedgerEntry } from './ledgerEntry.ts'

/** What polls that found everything as it was have to tell; it waits outside the database until that is opened anyway. */
export interface Looks {
  /** The last read of each account's list: local ms, and the same moment by the server's clock. */
  reads: readonly { accountId: string; succeededAt: number; serverAt: number }[]
  requests: readonly LedgerEntry[]
}
