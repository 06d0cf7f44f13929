import { ApiError } from '../api/ApiError.ts'
import { noteFruitlessTry } from '../store/commits/noteFruitlessTry.ts'
import { spansOf } from '../store/queries/thread.ts'
import { eachThread, isOfOneThread } from './eachThread.ts'
import { readBelow } from './readBelow.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

/** Requests it may make after one poll: gaps can wait, the next poll and other accounts cannot. */
const MOST_REQUESTS = 6

/**
 * Closes gaps in the stored history of an account's threads, newest activity first, as far as a few requests reach; the
 * next poll goes on. A gap that does not get smaller is tried less and less often, and then left to the user.
 * @throws ApiError where the account cannot be asked on
 */
export async function healGaps(deps: SyncDeps, accountId: string): Promise<void> {
  const { db } = deps
  const account = await db.accounts.get(accountId)
  const due = (account?.gapped ?? []).filter((one) => one.nextTryAt <= deps.now())
  if (due.length === 0) return
  const rows = await db.conversations.bulkGet(due.map((one) => one.conversationId))
  const threads = rows.filter((row) => row !== undefined)
  threads.sort((a, b) => b.lastActivityAt - a.lastActivityAt)
  const allowance = { left: MOST_REQUESTS }
  await telling(deps, (arrivals) =>
    eachThread(threads, async ({ id }) => {
      const how = {
        lane: 'background',
        reach: { on: allowance, down: allowance },
        firstFind: false,
        arrivals,
      } as const
      // Its gaps from the newest down.
      for (let spans = await spansOf(db, id); spans.length > 1; spans = await spansOf(db, id)) {
        const had = allowance.left
        if (had === 0) return
        try {
          const read = await readBelow(deps, id, spans.at(-1)?.from ?? null, how)
          if (read?.added || read?.complete) continue
        } catch (error) {
          if (!(error instanceof ApiError) || !isOfOneThread(error)) throw error
          await noteFruitlessTry(db, accountId, id, deps.now())
          throw error
        }
        // What others left over was too little to tell.
        if (had < MOST_REQUESTS && allowance.left === 0) return
        return noteFruitlessTry(db, accountId, id, deps.now())
      }
    }),
  )
}
