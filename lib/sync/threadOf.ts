import type { SyncDeps } from './SyncDeps.ts'
import type { Thread } from './walkBack.ts'

/** A stored conversation with its account, or null where one of them is gone. */
export async function threadOf({ db }: SyncDeps, conversationId: string): Promise<Thread | null> {
  const conversation = await db.conversations.get(conversationId)
  const account = conversation && (await db.accounts.get(conversation.accountId))
  return account ? { account, conversation } : null
}
