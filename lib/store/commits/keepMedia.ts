import type { Database, MediaRow } from '../database.ts'

/** Received files take at most this much of the disk, bytes; a limit of the user's own choice is far above. */
const MOST_BYTES = 48_000_000

/** Keeps a received file for a while; the oldest ones make room for it. */
export function keepMedia(db: Database, row: MediaRow): Promise<void> {
  return db.transaction('rw', [db.media], async () => {
    await db.media.put(row)
    // From the index alone: no file is read to be counted.
    const keys = await db.media.orderBy('[fetchedAt+byteSize]').keys()
    const sizes = keys as unknown as [number, number][]
    let over = sizes.reduce((sum, [, byteSize]) => sum + byteSize, 0) - MOST_BYTES
    let leaving = 0
    for (; over > 0 && leaving < sizes.length - 1; leaving++) over -= sizes[leaving]?.[1] ?? 0
    if (leaving > 0) await db.media.orderBy('[fetchedAt+byteSize]').limit(leaving).delete()
  })
}
