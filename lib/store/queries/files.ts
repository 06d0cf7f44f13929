import type { FileFacts, OutgoingFile } from '../../domain/file.ts'
import type { Database } from '../database.ts'

/** The files that go with a reply, in their order; undefined in the place of one that is not there any more. */
export function filesOf(db: Database, files: readonly FileFacts[]): Promise<(OutgoingFile | undefined)[]> {
  return db.files.bulkGet(files.map(({ id }) => id))
}
