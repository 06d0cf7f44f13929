import type { SyncStatusAnswer } from '../api/Api.ts'
import { ApiError } from '../api/ApiError.ts'
import type { Account, ImportProgress } from '../domain/account.ts'
import { isBehind } from '../domain/behind.ts'
import type { Conversation } from '../domain/conversation.ts'
import { afterListPage, NEW_WALK } from '../domain/listWalk.ts'
import { afterPage } from '../domain/paging.ts'
import { commitList } from '../store/commits/commitList.ts'
import { noteFresh } from '../store/commits/notes.ts'
import { waitingConversations } from '../store/queries/waitingConversations.ts'
import { isOfOneThread } from './eachThread.ts'
import type { SyncDeps } from './SyncDeps.ts'

const PAGE = 100
const MAX_PAGES = 400
const MESSAGES_FOR_MS = 90 * 86_400_000
const CURSOR_LIFE_MS = 3 * 60_000
const PATIENCE_MS = 15 * 60_000

/**
 * The first half of the first import: the whole list of conversations, page by page, each stored at once. Silent:
 * what is there now is old news. Taken up where it stopped after an interruption, as long as the cursor lives.
 * @throws ApiError
 */
export async function importList(deps: SyncDeps, account: Account): Promise<void> {
  const { db, api, now } = deps
  let progress = account.import
  let known = account
  const save = async (change: Partial<ImportProgress>, more: Partial<Account> = {}) => {
    progress = { ...progress, ...change }
    known = { ...known, ...more, import: progress }
    await db.accounts.update(account.id, { ...more, import: progress })
  }
  let cursor = progress.cursor && now() - progress.cursorAt < CURSOR_LIFE_MS ? progress.cursor : undefined
  let walk = (cursor ? account.listWalk : undefined) ?? NEW_WALK
  const seen = new Set<string>()
  let fruitless = 0
  let ended = false
  for (let page = 0; page < MAX_PAGES && !ended; page++) {
    const answer = await api.listConversations(
      { accountId: account.id, count: PAGE, ...(cursor ? { cursor } : {}) },
      { lane: 'waiting' },
    )
    const at = now()
    const serverNow = answer.serverNow ?? at
    const rows = await commitList(db, {
      account: known,
      listed: answer.conversations,
      serverNow: answer.serverNow,
      now: at,
      leaveBefore: serverNow - MESSAGES_FOR_MS,
    })
    await noteFresh(db, { accountId: account.id, succeededAt: at, serverAt: serverNow })
    const listed = (await db.counts.get(account.id))?.conversations ?? 0
    // New to this walk, not to the store: a walk that starts over comes by what the one before it stored.
    const before = new Set(seen)
    for (const row of rows) seen.add(row.id)
    fruitless = seen.size > before.size ? 0 : fruitless + 1
    const { conversations, nextCursor, hasMore } = answer
    ended = afterPage({ sent: cursor, cursor: nextCursor, hasMore }, fruitless) !== 'more'
    const next = ended ? null : nextCursor
    const page = {
      accountId: account.id,
      listed: conversations,
      seen: before,
      cursor: next,
      serverNow,
      now: at,
    }
    walk = afterListPage(walk, page)
    const more = { ...baseline(known, rows, serverNow, walk.isSorted), listWalk: walk }
    await save({ stage: 'listing', listed, cursor: next, cursorAt: at }, more)
    cursor = next ?? undefined
  }
  // A very long list is taken up again by the next run.
  if (!ended) return
  if (!(await historyIsThere(deps, known, save))) return
  const waiting = (await waitingConversations(db, account.id)).filter((row) => isBehind(row, now())).length
  await save({ stage: 'messages', messagesDone: 0, messagesTotal: waiting, cursor: null })
}

/**
 * An empty or short list may only mean that the vendor has not read this account from LinkedIn yet (contract 7.7): then
 * that is asked for once, shown as "preparing", and looked at again by the next run. What is there is not kept waiting
 * for a sync that does not run or does not end.
 */
async function historyIsThere(
  deps: SyncDeps,
  account: Account,
  save: (change: Partial<ImportProgress>, more?: Partial<Account>) => Promise<void>,
): Promise<boolean> {
  const request = { accountId: account.id }
  const { fullSyncAskedAt: askedAt, import: progress } = account
  const status = await syncStatus(deps, account)
  const completed = status.initialSyncCompleted ?? (progress.listed > 0 || askedAt !== null)
  if (completed) return true
  const waited = askedAt === null ? 0 : deps.now() - askedAt
  const inVain = askedAt !== null && (!status.syncInProgress || waited > PATIENCE_MS)
  if (progress.listed > 0 && inVain) return true
  await save({ stage: 'preparing' }, { fullSyncAskedAt: askedAt ?? deps.now() })
  if (status.syncInProgress || askedAt !== null) return false
  try {
    await deps.api.startFullSync(request, { lane: 'waiting' })
  } catch (error) {
    // It may well run on over there; the status tells at the next look.
    if (!(error instanceof ApiError)) throw error
  }
  return false
}

type SyncState = Pick<SyncStatusAnswer, 'initialSyncCompleted' | 'syncInProgress'>

async function syncStatus({ api }: SyncDeps, account: Account): Promise<SyncState> {
  try {
    return await api.syncStatus({ accountId: account.id }, { lane: 'waiting' })
  } catch (error) {
    // Conversations that are there are worth more than a status that cannot be told.
    const needed = account.import.listed === 0 || !(error instanceof ApiError) || !isOfOneThread(error)
    if (needed) throw error
    return { initialSyncCompleted: null, syncInProgress: false }
  }
}

/**
 * The first rows that come mark the line between what was there before and what is news; in a list that is not newest
 * first, all rows do.
 */
function baseline(
  { silentUpTo, cursor }: Account,
  rows: readonly Conversation[],
  serverNow: number,
  isSorted: boolean,
): Partial<Account> {
  if ((silentUpTo > 0 && isSorted) || rows.length === 0) return {}
  const times = rows.map((row) => row.lastActivityAt)
  // A row may come without any time, and its messages are no news either.
  const newest = times.reduce((at, time) => Math.max(at, time), times.includes(0) ? serverNow : 0)
  return { silentUpTo: Math.max(silentUpTo, newest), cursor: cursor ?? Math.min(newest, serverNow) }
}
