import type { Database } from '../database.ts'

/** Chunks of text, of up to 32 KB each, that are read before anybody notices. */
export const SOON_READ = 300

/** Whether a first search has to read so much that it would be felt. */
export async function hasMuchText(db: Database): Promise<boolean> {
  return (await db.searchChunks.count()) > SOON_READ
}
