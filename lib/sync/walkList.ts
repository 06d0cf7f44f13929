import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import type { Lane } from '../domain/lane.ts'
import { afterFailedPage, dueWalk } from '../domain/listWalk.ts'
import { commitBehind } from '../store/commits/commitBehind.ts'
import { isOfOneThread } from './eachThread.ts'
import { pullBehind } from './pullBehind.ts'
import { beginRun, readListPage } from './readListPage.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** Half of what background work may ask in a minute; the next poll goes on. */
const MOST_PAGES = 15

/**
 * Goes through an account's list to its end when that is due, and pulls what shows news: in a list that is not sorted
 * it may come behind older rows, where a poll stops.
 * @throws ApiError where the account cannot be asked on
 */
export async function walkList(deps: SyncDeps, account: Account, lane: Lane): Promise<void> {
  const { db, now } = deps
  const due = dueWalk(account.listWalk, now())
  if (!due) return
  const run = beginRun(due)
  for (let page = 0; page === 0 || (run.walk.cursor && page < MOST_PAGES); page++) {
    try {
      const { rows } = await readListPage(deps, account, run, { lane: 'background', count: 100 })
      await commitBehind(db, account.id, rows, { listWalk: run.walk })
    } catch (error) {
      // The top of the list was read well: that a page down there fails does not make the account an ill one.
      if (!(error instanceof ApiError) || !isOfOneThread(error)) throw error
      await commitBehind(db, account.id, [], { listWalk: afterFailedPage(run.walk, now()) })
      break
    }
  }
  await pullBehind(deps, account.id, lane, [])
}
