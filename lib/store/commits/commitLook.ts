import type { Conversation } from '../../domain/conversation.ts'
import type { Database } from '../database.ts'

/** Keeps how far a look at a thread came. */
export async function commitLook(
  db: Database,
  conversationId: string,
  look: Pick<Conversation, 'syncedTo' | 'emptyLooks' | 'nextLookAt'>,
): Promise<void> {
  await db.conversations.update(conversationId, look)
}
