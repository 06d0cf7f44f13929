import type { PersonNote } from '../../domain/personNote.ts'
import type { Database } from '../database.ts'

/** Keeps notes on people, all of them or none; an empty text removes one. */
export function saveNotes(db: Database, notes: readonly PersonNote[]): Promise<void> {
  return db.transaction('rw', [db.personNotes], async () => {
    for (const note of notes)
      await (note.text.trim() === '' ? db.personNotes.delete(note.personId) : db.personNotes.put(note))
  })
}
