import type { Lane } from '../domain/lane.ts'
import { askAccount } from './askAccount.ts'
import { readThread } from './readThread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

/**
 * Reads a thread on behalf of a reply, before it goes out or to find out whether it did. `whole` reads the newest page
 * through to LinkedIn, else only what is newer than the stored messages.
 * @param asking see askAccount
 * @throws ApiError
 */
export async function readForReply(
  sync: SyncDeps,
  conversationId: string,
  whole: boolean,
  asking: Lane,
): Promise<void> {
  const conversation = await sync.db.conversations.get(conversationId)
  if (!conversation) return
  await telling(sync, (arrivals) => {
    const how = { lane: 'send', sync: whole, whole, maxPages: 2, arrivals } as const
    return askAccount(sync, conversation.accountId, () => readThread(sync, conversationId, how), asking)
  })
}
