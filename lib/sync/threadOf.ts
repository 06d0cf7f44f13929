import { spansOf } from '../store/queries/thread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import type { Thread } from './walkBack.ts'

/** A stored conversation with its account and spans, or null where one of the two is gone. */
export function threadOf({ db }: SyncDeps, conversationId: string): Promise<Thread | null> {
  return db.transaction('r', [db.conversations, db.accounts, db.spans], async () => {
    const [conversation, spans] = await Promise.all([
      db.conversations.get(conversationId),
      spansOf(db, conversationId),
    ])
    const account = conversation && (await db.accounts.get(conversation.accountId))
    return account ? { account, conversation, spans } : null
  })
}
