import type { Conversation } from '../../domain/conversation.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { type Ids, touchConversations } from './touchConversations.ts'
import type { Undo } from './undo.ts'

/** Changes the triage of conversations here and tells LinkedIn nothing. */
export function touchLocally(
  db: Database,
  ids: Ids,
  change: (triage: Triage, conversation: Conversation) => Partial<Triage>,
): Promise<Undo> {
  return db.transaction('rw', [db.conversations, db.triage], async () => {
    const { steps } = await touchConversations(db, ids, change)
    return { steps, queued: [], replaced: [] }
  })
}
