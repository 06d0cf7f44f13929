import type { Database } from '../database.ts'

/** Chunks of text, of up to 32 KB each, that are read before anybody notices. */
export const SOON_READ = 300

/** Whether a first search has to read so much that it would be felt. */
export async function hasMuchText(db: Database): Promise<boolean> {
  // To count them all takes as long as to read their ids.
  return (await db.searchChunks.offset(SOON_READ).limit(1).primaryKeys()).length > 0
}
