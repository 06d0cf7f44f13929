import type { Database } from '../database.ts'
import { touchConversation } from './touchConversation.ts'

/** Has a conversation count as unread but notify of nothing, or ends that. LinkedIn is told nothing. */
export function setMuted(db: Database, conversationId: string, muted: boolean): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage], async () => {
    await touchConversation(db, conversationId, () => ({ muted }))
  })
}
