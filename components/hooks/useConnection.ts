import { useEffect, useSyncExternalStore } from 'react'
import type { ConnectionState } from '../../lib/store/connection.ts'
import { useDatabase } from '../platform/PlatformContext.tsx'

/** How this page stands with the database, which it opens. */
export function useConnection(): ConnectionState {
  const db = useDatabase()
  useEffect(() => {
    // Not left to the first query: in a browser without any such database a query never answers at all.
    void db.open().catch(() => undefined)
  }, [db])
  return useSyncExternalStore(db.connection.subscribe, db.connection.getState)
}
