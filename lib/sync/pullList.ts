import type { ConversationsAnswer } from '../api/Api.ts'
import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Lane } from '../domain/lane.ts'
import { latestBelieved } from '../domain/latestBelieved.ts'
import { NEW_WALK } from '../domain/listWalk.ts'
import { afterPage } from '../domain/paging.ts'
import { conversationId } from '../domain/urn.ts'
import { commitList } from '../store/commits/commitList.ts'
import { isSettled } from '../store/commits/listedConversation.ts'
import { noteFresh } from '../store/commits/notes.ts'
import { isOfOneThread } from './eachThread.ts'
import { POLLED_ROWS } from './glance.ts'
import { pullBehind } from './pullBehind.ts'
import type { SyncDeps } from './SyncDeps.ts'

const NEXT_PAGE = 50
const MAX_PAGES = 12
/** The server's clock comes in whole seconds. */
const SECOND_MS = 1_000

/**
 * One poll of an account: its list from the top down to known ground, then every thread that shows more than is
 * stored. The cursor moves in one write with a note of these threads.
 * @throws ApiError for what concerns the whole account; a thread's own failure leaves that thread for the next poll
 */
export async function pullList(deps: SyncDeps, account: Account, lane: Lane): Promise<void> {
  const { rows, change, failure } = await readList(deps, account, lane)
  await pullBehind(deps, account.id, lane, rows, change)
  if (failure) throw failure
}

interface ListRead {
  rows: Conversation[]
  /** What becomes true of the account once all of them are noted. */
  change: Partial<Account>
  failure: ApiError | null
}

async function readList(deps: SyncDeps, account: Account, lane: Lane): Promise<ListRead> {
  const rows = new Map<string, Conversation>()
  let cursor: string | null = null
  let fruitless = 0
  for (let page = 0; page < MAX_PAGES; page++) {
    const count = page === 0 ? POLLED_ROWS : NEXT_PAGE
    const answer: ConversationsAnswer | ApiError = await deps.api
      .listConversations({ accountId: account.id, count, ...(cursor ? { cursor } : {}) }, { lane })
      .catch((error: unknown) => {
        // What the list told so far is worth pulling before the account counts as failing.
        if (page > 0 && error instanceof ApiError && isOfOneThread(error)) return error
        throw error
      })
    if (answer instanceof ApiError) return { rows: [...rows.values()], change: {}, failure: answer }
    const now = deps.now()
    const serverNow = answer.serverNow ?? now
    const before = rows.size
    const stored = await commitList(deps.db, {
      account,
      listed: answer.conversations,
      serverNow: answer.serverNow,
      now,
      leaveBefore: 0,
    })
    if (page === 0) {
      await noteFresh(deps.db, { accountId: account.id, succeededAt: now, serverAt: serverNow })
    }
    deps.listed?.(account.id, areSettled(account.id, answer, stored, serverNow))
    for (const row of stored) rows.set(row.id, row)
    fruitless = rows.size > before ? 0 : fruitless + 1
    const sent: string | null = cursor
    cursor = answer.nextCursor
    if (
      meetsGround(account, answer, stored, now) ||
      afterPage({ sent, cursor, hasMore: answer.hasMore }, fruitless) !== 'more'
    ) {
      return { rows: [...rows.values()], change: workedThrough(account, rows, serverNow), failure: null }
    }
  }
  // More than a poll can read: the list is gone through as at the first import, which goes on over many runs.
  const now = deps.now()
  const relisting = { ...account.import, stage: 'listing' as const, cursor, cursorAt: now }
  const change = { ...workedThrough(account, rows, now), import: relisting, listWalk: NEW_WALK }
  return { rows: [...rows.values()], change, failure: null }
}

function areSettled(
  accountId: string,
  { conversations }: ConversationsAnswer,
  stored: readonly Conversation[],
  serverNow: number,
): boolean {
  const byId = new Map(stored.map((row) => [row.id, row]))
  return conversations.every((listed) => {
    const row = byId.get(conversationId(accountId, listed.channel, listed.key))
    return row !== undefined && isSettled(row, listed, serverNow)
  })
}

/**
 * Known ground: older than the cursor. Another thread may have been active in the very same moment; and one whose time is
 * not believed stands where that time puts it, which says nothing of the rows below.
 */
function meetsGround(
  account: Account,
  { conversations, serverNow }: ConversationsAnswer,
  stored: readonly Conversation[],
  now: number,
): boolean {
  const latest = latestBelieved(serverNow, now)
  const misplaced = conversations.filter((listed) => (listed.lastActivityAt ?? 0) > latest)
  const ids = new Set(misplaced.map(({ channel, key }) => conversationId(account.id, channel, key)))
  return stored.some((row) => row.lastActivityAt < (account.cursor ?? 0) && !ids.has(row.id))
}

/** Ground lies in the past: with a time still to come, all that really comes would count as known. */
function workedThrough(
  account: Account,
  rows: ReadonlyMap<string, Conversation>,
  serverNow: number,
): { cursor?: number } {
  const times = [...rows.values()].map((row) => row.lastActivityAt).filter((at) => at < serverNow + SECOND_MS)
  const newest = Math.max(0, ...times)
  return newest > (account.cursor ?? 0) ? { cursor: newest } : {}
}
