import type { Database } from '../database.ts'
import type { Ids } from './touchConversations.ts'
import { touchLocally } from './touchLocally.ts'
import type { Undo } from './undo.ts'

/** Has conversations count as unread but notify of nothing, or ends that. LinkedIn is told nothing. */
export function setMuted(db: Database, ids: Ids, muted: boolean): Promise<Undo> {
  return touchLocally(db, ids, () => ({ muted }))
}
