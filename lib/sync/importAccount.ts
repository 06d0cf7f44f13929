import type { SyncStatusAnswer } from '../api/Api.ts'
import { ApiError } from '../api/ApiError.ts'
import type { Account, ImportProgress } from '../domain/account.ts'
import { isBehind } from '../domain/behind.ts'
import type { Conversation } from '../domain/conversation.ts'
import { NEW_WALK, walkUnderWay } from '../domain/listWalk.ts'
import { waitingConversations } from '../store/queries/waitingConversations.ts'
import { isOfOneThread } from './eachThread.ts'
import { beginRun, readListPage } from './readListPage.ts'
import type { SyncDeps } from './SyncDeps.ts'

const PAGE = 100
const MAX_PAGES = 400
const MESSAGES_FOR_MS = 90 * 86_400_000
const PATIENCE_MS = 15 * 60_000
const SECOND_MS = 1_000

/**
 * The first half of the first import: the whole list of conversations, page by page, each stored at once. Silent:
 * what is there now is old news. Taken up where it stopped after an interruption, as long as the cursor lives.
 * @throws ApiError
 */
export async function importList(deps: SyncDeps, account: Account): Promise<void> {
  const { db, now } = deps
  let progress = account.import
  let known = account
  const save = async (change: Partial<ImportProgress>, more: Partial<Account> = {}) => {
    progress = { ...progress, ...change }
    known = { ...known, ...more, import: progress }
    await db.accounts.update(account.id, { ...more, import: progress })
  }
  const begun = progress.stage === 'waiting' ? null : walkUnderWay(account.listWalk, now())
  const run = beginRun(begun ?? NEW_WALK)
  let serverNow = 0
  for (let page = 0; page === 0 || (run.walk.cursor && page < MAX_PAGES); page++) {
    const read = await readListPage(deps, known, run, {
      lane: 'waiting',
      count: PAGE,
      messagesFor: MESSAGES_FOR_MS,
    })
    const listed = (await db.counts.get(account.id))?.conversations ?? 0
    const { walk } = run
    serverNow = read.serverNow
    const line = baseline(known, read.rows, serverNow, walk.isSorted)
    await save({ stage: 'listing', listed }, { ...line, listWalk: walk })
  }
  // A very long list is taken up again by the next run.
  if (run.walk.cursor) return
  const history = await askHistory(deps, known, save)
  if (history === 'read') return importList(deps, known)
  if (history === 'awaited') return
  const waiting = (await waitingConversations(db, account.id)).filter((row) => isBehind(row, now())).length
  // What an empty list shows later, because LinkedIn was read at last, may well be old.
  const line = known.silentUpTo > 0 ? {} : { silentUpTo: serverNow }
  await save({ stage: 'messages', messagesDone: 0, messagesTotal: waiting }, line)
}

/**
 * An empty or short list may only mean that the vendor has not read this account from LinkedIn yet (contract 7.7): then
 * that is asked for once, shown as "preparing", and looked at again by the next run. What is there is not kept waiting
 * for a sync that does not run or does not end.
 * @returns `read` where it was read just now, and the list is to be looked at again at once
 */
async function askHistory(
  deps: SyncDeps,
  account: Account,
  save: (change: Partial<ImportProgress>, more?: Partial<Account>) => Promise<void>,
): Promise<'there' | 'read' | 'awaited'> {
  const request = { accountId: account.id }
  const { fullSyncAskedAt: askedAt, import: progress } = account
  const status = await syncStatus(deps, account)
  const completed = status.initialSyncCompleted ?? (progress.listed > 0 || askedAt !== null)
  if (completed) return 'there'
  const waited = askedAt === null ? 0 : deps.now() - askedAt
  const inVain = askedAt !== null && (!status.syncInProgress || waited > PATIENCE_MS)
  if (progress.listed > 0 && inVain) return 'there'
  // One that failed over there, or was refused, is worth another try after a while.
  const asks = !status.syncInProgress && (askedAt === null || waited > PATIENCE_MS)
  await save({ stage: 'preparing' }, { fullSyncAskedAt: asks ? deps.now() : (askedAt ?? deps.now()) })
  if (!asks) return 'awaited'
  try {
    await deps.api.startFullSync(request, { lane: 'waiting' })
  } catch (error) {
    // It may well run on over there; the status tells at the next look.
    if (error instanceof ApiError && isOfOneThread(error)) return 'awaited'
    // It was never asked for, and no account can be asked on.
    await save({}, { fullSyncAskedAt: null })
    throw error
  }
  return 'read'
}

type SyncState = Pick<SyncStatusAnswer, 'initialSyncCompleted' | 'syncInProgress'>

async function syncStatus({ api }: SyncDeps, account: Account): Promise<SyncState> {
  try {
    return await api.syncStatus({ accountId: account.id }, { lane: 'waiting' })
  } catch (error) {
    if (!(error instanceof ApiError) || !isOfOneThread(error)) throw error
    // Conversations that are there are worth more than a status that cannot be told; and some APIs tell none.
    if (account.import.listed === 0 && error.kind !== 'notFound') throw error
    return { initialSyncCompleted: null, syncInProgress: false }
  }
}

/**
 * The first rows that come mark the line between what was there before and what is news; in a list that is not newest
 * first, all rows do.
 */
function baseline(
  { silentUpTo, cursor, import: { again } }: Account,
  rows: readonly Conversation[],
  serverNow: number,
  isSorted: boolean,
): Partial<Account> {
  if (again || (silentUpTo > 0 && isSorted) || rows.length === 0) return {}
  const times = rows.map((row) => Math.max(row.lastActivityAt, row.preview?.sentAt ?? 0))
  // A row may come without any time, and its messages are no news either.
  const newest = times.reduce((at, time) => Math.max(at, time), times.includes(0) ? serverNow : 0)
  // Lists may tell whole seconds where messages tell milliseconds.
  const line = newest % SECOND_MS === 0 ? newest + SECOND_MS - 1 : newest
  return { silentUpTo: Math.max(silentUpTo, line), cursor: cursor ?? Math.min(newest, serverNow) }
}
