import type { SavedSearch } from '../../domain/savedSearch.ts'
import type { Database } from '../database.ts'

/** The searches the user keeps at hand, in their order. */
export function savedSearches(db: Database): Promise<SavedSearch[]> {
  return db.savedSearches.toArray().then((rows) => rows.sort((a, b) => a.position - b.position))
}
