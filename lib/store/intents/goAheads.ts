import { untouched } from '../../domain/triage.ts'
import type { Database } from '../database.ts'

/** The user was asked about something before sending here, and sent: that is not asked again in this conversation. */
export function rememberGoAhead(
  db: Database,
  conversation: { id: string; accountId: string },
  question: string,
): Promise<void> {
  return db.transaction('rw', [db.triage], async () => {
    const { id, accountId } = conversation
    const triage = (await db.triage.get(id)) ?? untouched(id, accountId)
    const goAheads = new Set([...(triage.goAheads ?? []), question])
    await db.triage.put({ ...triage, goAheads: [...goAheads] })
  })
}

/** What the user said "Send anyway" to in this conversation. */
export async function goAheadsOf(db: Database, conversationId: string): Promise<readonly string[]> {
  return (await db.triage.get(conversationId))?.goAheads ?? []
}
