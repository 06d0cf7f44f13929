import { useEffect, useSyncExternalStore } from 'react'
import type { ConnectionState } from '../../lib/store/connection.ts'
import { useLateDatabase } from '../platform/PlatformContext.tsx'

const never = () => () => undefined

/** How this page stands with the database, which it opens. */
export function useConnection(): ConnectionState {
  const db = useLateDatabase()
  useEffect(() => {
    // Not left to the first query: in a browser without any such database a query never answers at all.
    void db?.open().catch(() => undefined)
  }, [db])
  return useSyncExternalStore(db?.connection.subscribe ?? never, () => db?.connection.getState() ?? 'opening')
}
