import type { Database, MediaRow } from '../database.ts'

/** A received file by its address, or undefined where it is to be fetched (again). */
export function mediaAt(db: Database, url: string): Promise<MediaRow | undefined> {
  return db.media.get(url)
}
