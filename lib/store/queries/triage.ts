import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'

/** What the user made of a conversation; null where they did not touch it yet. */
export async function triageOf(db: Database, conversationId: string): Promise<Triage | null> {
  return (await db.triage.get(conversationId)) ?? null
}

/** The labels that all of some conversations have. */
export async function labelsOfAll(db: Database, ids: readonly string[]): Promise<string[]> {
  const rows = await db.triage.bulkGet([...ids])
  const first = rows[0]?.labels ?? []
  return first.filter((label) => rows.every((row) => row?.labels.includes(label)))
}
