import type { Database } from '../database.ts'

/** The ids of all chunks of searched text, in order. */
export function readIds(db: Database): Promise<number[]> {
  return db.searchChunks.toCollection().primaryKeys()
}

/** The same for a live query, in twice the time. */
export async function watchedIds(db: Database): Promise<number[]> {
  // Live queries over numbers that the browser gives hear nothing of new ones; to count an index does, and to read it takes longer.
  const [ids] = await Promise.all([readIds(db), db.searchChunks.orderBy('[conversationId+upTo]').count()])
  return ids
}
