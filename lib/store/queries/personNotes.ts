import type { PersonNote } from '../../domain/personNote.ts'
import type { Database } from '../database.ts'

/** The notes on some people, in their order; undefined where there is none. */
export function notesOn(db: Database, personIds: readonly string[]): Promise<(PersonNote | undefined)[]> {
  return db.personNotes.bulkGet([...personIds])
}
