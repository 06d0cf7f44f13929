import { ApiError } from '../api/ApiError.ts'
import { afterLook } from '../domain/behind.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Message } from '../domain/message.ts'
import { beginImport, commitImported, noteOneMore } from '../store/commits/commitImport.ts'
import { commitLook } from '../store/commits/commitLook.ts'
import { eachThread, isOfOneThread } from './eachThread.ts'
import { pullThread } from './pullThread.ts'
import { readThread } from './readThread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

/** The newest page is enough, but one that is empty and leads on does not count. */
const MAX_PAGES = 3
/** Browsers open six connections to a host: one is left for what the user does meanwhile. */
const AT_ONCE = 5

/**
 * The second half of the first import: the newest page of messages of each conversation active lately, newest
 * conversation first, as far as the budget reaches; the next run goes on with what is left.
 * @throws ApiError where the account cannot be asked on
 */
export async function importMessages(deps: SyncDeps, accountId: string): Promise<void> {
  const { db, now } = deps
  const { all, due } = await beginImport(db, accountId, now())
  await eachThread(due, (conversation) => importThread(deps, conversation), AT_ONCE)
  await commitImported(
    db,
    accountId,
    all.map((row) => row.id),
  )
}

/** One thread's turn. The import does not wait for one that cannot be read now: the polls look for it a few times more. */
async function importThread(deps: SyncDeps, conversation: Conversation): Promise<void> {
  const { db, now } = deps
  const { id, lastActivityAt, syncedTo } = conversation
  try {
    const isCounted = await telling(deps, (arrivals) => readImported(deps, conversation, arrivals))
    if (isCounted) return
    if (syncedTo === null)
      await commitLook(db, id, { syncedTo: lastActivityAt, emptyLooks: 0, nextLookAt: 0 })
  } catch (error) {
    if (!(error instanceof ApiError) || !isOfOneThread(error)) throw error
    if (syncedTo === null) await commitLook(db, id, afterLook(conversation, 0, now()))
    await noteOneMore(db, conversation.accountId)
    throw error
  }
  await noteOneMore(db, conversation.accountId)
}

/** @returns whether what it stored counts as imported already */
async function readImported(
  deps: SyncDeps,
  conversation: Conversation,
  arrivals: Message[],
): Promise<boolean> {
  const { id, lastActivityAt } = conversation
  // Known before, and left behind by a list too long for a poll.
  if (conversation.syncedTo !== null) {
    await pullThread(deps, conversation, 'import', arrivals)
    return false
  }
  const how = { lane: 'import', sync: false, whole: false, maxPages: MAX_PAGES, arrivals } as const
  const { added } = await readThread(deps, id, { ...how, importedTo: lastActivityAt })
  return added > 0
}
