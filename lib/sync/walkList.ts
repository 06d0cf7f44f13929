import type { ConversationsAnswer } from '../api/Api.ts'
import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import type { Lane } from '../domain/lane.ts'
import { afterFailedPage, afterListPage, dueWalk, type ListWalk } from '../domain/listWalk.ts'
import { afterPage } from '../domain/paging.ts'
import { commitBehind } from '../store/commits/commitBehind.ts'
import { commitList } from '../store/commits/commitList.ts'
import { isOfOneThread } from './eachThread.ts'
import { pullBehind } from './pullBehind.ts'
import type { SyncDeps } from './SyncDeps.ts'

const PAGE = 100
/** Half of what background work may ask in a minute; the next poll goes on. */
const MOST_PAGES = 15

/**
 * Goes through an account's list to its end when that is due, and pulls what shows news: in a list that is not sorted
 * it may come behind older rows, where a poll stops.
 * @throws ApiError where the account cannot be asked on
 */
export async function walkList(deps: SyncDeps, account: Account, lane: Lane): Promise<void> {
  const { db, api, now } = deps
  const { id: accountId } = account
  const due = dueWalk(account.listWalk, now())
  if (!due) return
  const seen = new Set<string>()
  let walk = due
  let fruitless = 0
  for (let page = 0; page === 0 || (walk.cursor !== null && page < MOST_PAGES); page++) {
    const sent = walk.cursor ?? undefined
    const answer: ConversationsAnswer | null = await api
      .listConversations(
        { accountId, count: PAGE, ...(sent ? { cursor: sent } : {}) },
        { lane: 'background' },
      )
      .catch((error: unknown) => {
        // The top of the list was read well: that a page down there fails does not make the account an ill one.
        if (error instanceof ApiError && isOfOneThread(error)) return null
        throw error
      })
    const at = now()
    if (!answer) {
      await commitBehind(db, accountId, [], { listWalk: afterFailedPage(walk, at) })
      break
    }
    const { conversations: listed, nextCursor, hasMore } = answer
    const serverNow = answer.serverNow ?? at
    const rows = await commitList(db, {
      account,
      listed,
      serverNow: answer.serverNow,
      now: at,
      leaveBefore: 0,
    })
    const before = new Set(seen)
    for (const row of rows) seen.add(row.id)
    fruitless = seen.size > before.size ? 0 : fruitless + 1
    const goesOn = afterPage({ sent, cursor: nextCursor, hasMore }, fruitless) === 'more'
    const cursor = goesOn ? nextCursor : null
    const next: ListWalk = afterListPage(walk, {
      accountId,
      listed,
      seen: before,
      cursor,
      serverNow,
      now: at,
    })
    await commitBehind(db, accountId, rows, { listWalk: next })
    walk = next
  }
  await pullBehind(deps, accountId, lane, [])
}
