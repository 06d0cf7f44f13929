import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'

/** What the user made of a conversation; null where they did not touch it yet. */
export async function triageOf(db: Database, conversationId: string): Promise<Triage | null> {
  return (await db.triage.get(conversationId)) ?? null
}
