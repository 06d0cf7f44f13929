import type { Draft } from '../../domain/draft.ts'
import type { Database } from '../database.ts'

/** Keeps the unfinished reply of a conversation, typed at a time (local ms); an empty text removes it. */
export async function saveDraft(
  db: Database,
  conversationId: string,
  text: string,
  typedAt: number,
): Promise<void> {
  if (text === '') await db.drafts.delete(conversationId)
  else await db.drafts.put({ conversationId, text, updatedAt: typedAt })
}

/** The unfinished reply of a conversation. */
export function getDraft(db: Database, conversationId: string): Promise<Draft | undefined> {
  return db.drafts.get(conversationId)
}
