import type { Account } from '../domain/account.ts'
import type { Conversation, ListedConversation } from '../domain/conversation.ts'
import type { Lane } from '../domain/lane.ts'
import { latestBelieved } from '../domain/latestBelieved.ts'
import { afterListPage, type ListWalk } from '../domain/listWalk.ts'
import { afterPage } from '../domain/paging.ts'
import { conversationId } from '../domain/urn.ts'
import { commitList } from '../store/commits/commitList.ts'
import { noteFresh } from '../store/commits/notes.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** One run through a list. What it has met (ids) is new to it, not to the store: it may come by what others stored. */
export interface ListRun {
  walk: ListWalk
  seen: Set<string>
  /** Pages in a row that brought nothing new. */
  fruitless: number
}

export function beginRun(walk: ListWalk): ListRun {
  return { walk, seen: new Set(), fruitless: 0 }
}

export interface ListPage {
  /** All conversations of the page as they are stored now. */
  rows: Conversation[]
  /** The same, each beside what the list says of it, in the order of the list. */
  told: { listed: ListedConversation; row: Conversation }[]
  /** The latest time (server ms) that is believed. */
  latest: number
  /** Server time, or local time where the answer had none, ms. */
  serverNow: number
}

/**
 * Reads the next page of an account's list and stores it. `run.walk.cursor` leads on from it.
 * @param how messages of conversations not active for `messagesFor` (ms) are left until these are opened; `ground` as the API takes it
 * @throws ApiError
 */
export async function readListPage(
  { db, api, now: clock }: SyncDeps,
  account: Account,
  run: ListRun,
  {
    lane,
    count,
    ground = 0,
    messagesFor = Number.POSITIVE_INFINITY,
  }: { lane: Lane; count: number; ground?: number; messagesFor?: number },
): Promise<ListPage> {
  const { id: accountId } = account
  const { cursor: sent } = run.walk
  const answer = await api.listConversations(
    { accountId, count, ground, ...(sent ? { cursor: sent } : {}) },
    { lane },
  )
  const { conversations: listed, nextCursor, hasMore } = answer
  const now = clock()
  const serverNow = answer.serverNow ?? now
  const rows = await commitList(db, {
    account,
    listed,
    serverNow: answer.serverNow,
    now,
    leaveBefore: serverNow - messagesFor,
  })
  await noteFresh(db, { accountId, succeededAt: now, serverAt: serverNow })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const told = listed.flatMap((one) => {
    const row = byId.get(conversationId(accountId, one.channel, one.key))
    return row ? [{ listed: one, row }] : []
  })
  const times = told.filter(({ row }) => !run.seen.has(row.id)).map((one) => one.listed.lastActivityAt ?? 0)
  const before = run.seen.size
  for (const row of rows) run.seen.add(row.id)
  run.fruitless = run.seen.size > before ? 0 : run.fruitless + 1
  const goesOn = afterPage({ sent, cursor: nextCursor, hasMore }, run.fruitless) === 'more'
  run.walk = afterListPage(
    run.walk,
    times.filter((at) => at > 0 && at <= serverNow),
    goesOn ? nextCursor : null,
    now,
  )
  return { rows, told, serverNow, latest: latestBelieved(answer.serverNow, now) }
}
