import type { Database } from '../database.ts'

/** Keeps the note on a person; an empty text removes it. */
export async function saveNote(db: Database, personId: string, text: string, now: number): Promise<void> {
  if (text.trim() === '') await db.personNotes.delete(personId)
  else await db.personNotes.put({ personId, text, updatedAt: now })
}
