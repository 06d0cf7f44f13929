import type { Database } from '../database.ts'

/**
 * The ids of all conversations with a draft, one a line: as text, so that nobody who watches them is told anew while
 * somebody types on in one of them.
 */
export async function draftIds(db: Database): Promise<string> {
  return (await db.drafts.toCollection().primaryKeys()).join('\n')
}
