import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Lane } from '../domain/lane.ts'
import { type ListWalk, NEW_WALK } from '../domain/listWalk.ts'
import { isSettled } from '../store/commits/listedConversation.ts'
import { isOfOneThread } from './eachThread.ts'
import { POLLED_ROWS } from './glance.ts'
import { pullBehind } from './pullBehind.ts'
import { beginRun, type ListPage, readListPage } from './readListPage.ts'
import type { SyncDeps } from './SyncDeps.ts'

const NEXT_PAGE = 50
const MAX_PAGES = 12
/** The server's clock comes in whole seconds. */
const SECOND_MS = 1_000
/** By then a list shows all that was active in a moment. */
const MOMENT_MS = 60_000

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
  const run = beginRun(NEW_WALK)
  for (let page = 0; page < MAX_PAGES; page++) {
    const count = page === 0 ? POLLED_ROWS : NEXT_PAGE
    const how = { lane, count, ground: account.cursor ?? 0 }
    const read = await readListPage(deps, account, run, how).catch((error: unknown) => {
      // What the list told so far is worth pulling before the account counts as failing.
      if (page > 0 && error instanceof ApiError && isOfOneThread(error)) return error
      throw error
    })
    if (read instanceof ApiError) return { rows: [...rows.values()], change: {}, failure: read }
    const { serverNow, told } = read
    const areSettled = told.every(({ listed, row }) => isSettled(row, listed, serverNow))
    deps.listed?.(account.id, areSettled)
    for (const row of read.rows) rows.set(row.id, row)
    if (meetsGround(account, read) || run.walk.cursor === null) {
      const upTo = workedThrough(account, rows, serverNow, page > 0)
      const change = { ...upTo, ...unlessSorted(account, run.walk, deps.now()) }
      return { rows: [...rows.values()], change, failure: null }
    }
  }
  // More than a poll can read: the list is gone through as at the first import, which goes on over many runs.
  const relisting = { ...account.import, stage: 'listing' as const, again: true }
  const upTo = workedThrough(account, rows, deps.now(), true)
  const change = { ...upTo, import: relisting, listWalk: run.walk }
  return { rows: [...rows.values()], change, failure: null }
}

/**
 * Known ground: older than the cursor. Another thread may have been active in the very same moment; and one whose time is
 * not believed stands where that time puts it, which says nothing of the rows below.
 */
function meetsGround({ cursor }: Account, { told, latest }: ListPage): boolean {
  return told.some(
    ({ listed, row }) => row.lastActivityAt < (cursor ?? 0) && (listed.lastActivityAt ?? 0) <= latest,
  )
}

/** What was taken for a sorted list and is none any more may hide news further down: it is gone through now. */
function unlessSorted({ listWalk }: Account, { isSorted }: ListWalk, now: number): Partial<Account> {
  return isSorted || !listWalk?.isSorted ? {} : { listWalk: { ...listWalk, dueAt: now } }
}

/**
 * Ground lies in the past: with a time still to come, all that really comes would count as known. Of a crowd that was active
 * in one moment (a campaign, an import) every poll would read all to get below it: read once when its moment is over,
 * it is ground itself. What comes into it later still is as rare as what comes later anywhere below.
 */
function workedThrough(
  account: Account,
  rows: ReadonlyMap<string, Conversation>,
  serverNow: number,
  isCrowd: boolean,
): { cursor?: number } {
  const times = [...rows.values()].map((row) => row.lastActivityAt).filter((at) => at < serverNow + SECOND_MS)
  const newest = Math.max(0, ...times)
  const ground = isCrowd && newest < serverNow - MOMENT_MS ? newest + 1 : newest
  return ground > (account.cursor ?? 0) ? { cursor: ground } : {}
}
