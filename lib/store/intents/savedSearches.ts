import type { SavedSearch } from '../../domain/savedSearch.ts'
import type { Database } from '../database.ts'

/** Keeps a search at hand, after those that are; one that is kept already stays as it is. */
export function saveSearch(db: Database, query: string): Promise<void> {
  return db.transactionWithRoom('rw', [db.savedSearches], async () => {
    const rows = await db.savedSearches.toArray()
    const wanted = query.trim()
    if (wanted === '' || rows.some((row) => row.query === wanted)) return
    const position = 1 + Math.max(-1, ...rows.map((row) => row.position))
    const row: SavedSearch = { id: crypto.randomUUID(), name: wanted, query: wanted, position }
    await db.savedSearches.add(row)
  })
}

export async function forgetSearch(db: Database, id: string): Promise<void> {
  await db.savedSearches.delete(id)
}
