/** How long a call may take, its body and its one repetition included, ms (contract 6). */
export const DEADLINES = {
  accounts: 15_000,
  accountStatus: 20_000,
  read: 20_000,
  /** Waits for LinkedIn (`sync=true`). */
  syncedRead: 60_000,
  send: 25_000,
  mark: 25_000,
  /** A file on its way up or down over a slow line. */
  file: 180_000,
  /** `/conversations/sync` blocks until LinkedIn was read whole. */
  fullSync: 120_000,
} as const
