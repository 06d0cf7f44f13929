import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import { afterLook, isBehind } from '../domain/behind.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Lane } from '../domain/lane.ts'
import { commitBehind } from '../store/commits/commitBehind.ts'
import { commitLook } from '../store/commits/commitLook.ts'
import { eachThread } from './eachThread.ts'
import { pullThread } from './pullThread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

/**
 * Pulls every thread that shows more than is stored, newest first. First these are noted, in one write with what else
 * the list told: so it can break off anywhere, and a thread that cannot be read now is not forgotten when others come
 * before it in the list.
 * @param rows conversations as they were just listed
 * @param change what becomes true of the account once all of them are noted
 * @throws ApiError for what concerns the whole account; a thread's own failure leaves that thread for the next poll
 */
export async function pullBehind(
  deps: SyncDeps,
  accountId: string,
  lane: Lane,
  rows: readonly Conversation[],
  change: Partial<Account> = {},
): Promise<void> {
  const short = await commitBehind(deps.db, accountId, rows, change)
  const behind = short.filter((row) => isBehind(row, deps.now()))
  behind.sort((a, b) => b.lastActivityAt - a.lastActivityAt)
  await telling(deps, (arrivals) =>
    eachThread(behind, async (conversation) => {
      try {
        await pullThread(deps, conversation, lane, arrivals)
      } catch (error) {
        if (isRefusal(error)) await noteRefusal(deps, conversation)
        throw error
      }
    }),
  )
  if (behind.length > 0) await commitBehind(deps.db, accountId, [])
}

function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'notFound' || error.kind === 'refused')
}

/** Asking again at once would be refused again; as with a look that found nothing, a few more follow. */
function noteRefusal({ db, now }: SyncDeps, conversation: Conversation): Promise<void> {
  return commitLook(db, conversation.id, afterLook(conversation, conversation.syncedTo ?? 0, now()))
}
