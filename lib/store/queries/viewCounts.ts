import type { ListFilter } from '../../domain/listFilter.ts'
import type { Database } from '../database.ts'
import { shownAccounts } from './shownConversations.ts'

/** How many conversations each list holds; one that is not named holds none. */
export type ViewCounts = Partial<Record<ListFilter, number>>

/** The counts of one account, or (null) of all that are switched on. Reads one row an account. */
export async function viewCounts(db: Database, accountId: string | null): Promise<ViewCounts> {
  const ids = accountId === null ? (await shownAccounts(db)).map(({ id }) => id) : [accountId]
  const sum: ViewCounts = {}
  for (const row of await db.counts.bulkGet(ids)) {
    for (const [filter, count] of Object.entries(row?.views ?? {}) as [ListFilter, number][]) {
      sum[filter] = (sum[filter] ?? 0) + count
    }
  }
  return sum
}
