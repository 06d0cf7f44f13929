import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import { afterLook, isBehind } from '../domain/behind.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Message } from '../domain/message.ts'
import { commitLook } from '../store/commits/commitLook.ts'
import type { Database } from '../store/database.ts'
import { eachThread, isOfOneThread } from './eachThread.ts'
import { pullThread } from './pullThread.ts'
import { readThread } from './readThread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

/** The newest page is enough, but one that is empty and leads on does not count. */
const MAX_PAGES = 3

/**
 * The second half of the first import: the newest page of messages of each conversation active lately, newest
 * conversation first, as far as the budget reaches; the next run goes on with what is left.
 * @throws ApiError where the account cannot be asked on
 */
export async function importMessages(deps: SyncDeps, accountId: string): Promise<void> {
  const waiting = await waitingConversations(deps.db, accountId, deps.now())
  waiting.sort((a, b) => b.lastActivityAt - a.lastActivityAt)
  let left = waiting.length
  await eachThread(waiting, async (conversation) => {
    try {
      await telling(deps, (arrivals) => importThread(deps, conversation, arrivals))
    } catch (error) {
      // The import does not wait for one thread that cannot be read now: the polls look for it a few times more.
      if (!(error instanceof ApiError) || !isOfOneThread(error)) throw error
      if (conversation.syncedTo === null) {
        await commitLook(deps.db, conversation.id, afterLook(conversation, 0, deps.now()))
      }
      await progress(deps, accountId, --left)
      throw error
    }
    await progress(deps, accountId, --left)
  })
  const behind = await waitingConversations(deps.db, accountId, Number.POSITIVE_INFINITY)
  await deps.db.accounts.update(accountId, { behind: behind.map((row) => row.id) })
  await progress(deps, accountId, 0)
}

/** The conversations that show more than is stored, and whose time (local ms) to be looked at has come. */
export function waitingConversations(db: Database, accountId: string, now: number): Promise<Conversation[]> {
  return db.conversations
    .where('accountId')
    .equals(accountId)
    .filter((row) => isBehind(row, now))
    .toArray()
}

async function importThread(deps: SyncDeps, conversation: Conversation, arrivals: Message[]): Promise<void> {
  // Known before, and left behind by a list too long for a poll.
  if (conversation.syncedTo !== null) return pullThread(deps, conversation, 'import', arrivals)
  const how = { lane: 'import', sync: false, whole: false, maxPages: MAX_PAGES, arrivals } as const
  await readThread(deps, conversation.id, how)
  await leave(deps, conversation)
}

function leave(deps: SyncDeps, conversation: Conversation): Promise<void> {
  const { id, lastActivityAt } = conversation
  return commitLook(deps.db, id, { syncedTo: lastActivityAt, emptyLooks: 0, nextLookAt: 0 })
}

async function progress(deps: SyncDeps, accountId: string, left: number): Promise<void> {
  await deps.db.transaction('rw', [deps.db.accounts], async () => {
    const account: Account | undefined = await deps.db.accounts.get(accountId)
    if (!account) return
    const total = Math.max(account.import.messagesTotal, left)
    const stage = left === 0 ? ('done' as const) : account.import.stage
    const next = { ...account.import, stage, messagesTotal: total, messagesDone: total - left }
    await deps.db.accounts.update(accountId, { import: next })
  })
}
