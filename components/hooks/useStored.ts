import { useLiveQuery } from 'dexie-react-hooks'
import type { Database } from '../../lib/store/database.ts'
import { useDatabase } from '../platform/PlatformContext.tsx'

/**
 * What a query of lib/store gives, kept up to date; undefined while the first answer is on its way. When `deps`
 * change the last answer stays until the new one is there, so that nothing flashes: give the component a `key`
 * where the last answer would be a lie. A query for one row should give null where there is none, to be told from loading.
 */
export function useStored<T>(
  query: (db: Database) => Promise<T>,
  deps: readonly unknown[] = [],
): T | undefined {
  const db = useDatabase()
  return useLiveQuery(() => query(db), [db, ...deps])
}
