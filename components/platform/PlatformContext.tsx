import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import type { Platform } from '../../lib/commands/Platform.ts'
import type { Database } from '../../lib/store/database.ts'
import { afterPaint } from '../hooks/afterPaint.ts'

const PlatformContext = createContext<Platform | null>(null)
const DatabaseContext = createContext<Database | null>(null)

interface PlatformProviderProps {
  platform: Platform
  /** The database, or the way to load it once the page was painted. */
  database: Database | (() => Promise<Database>)
  children: ReactNode
}

/** Hands the browser and the database down to the components of a page. */
export function PlatformProvider({ platform, database, children }: PlatformProviderProps) {
  const [late, setLate] = useState<Database | null>(null)
  useEffect(() => {
    if (typeof database === 'function') void afterPaint().then(database).then(setLate)
  }, [database])
  const here = typeof database === 'function' ? late : database
  return (
    <PlatformContext.Provider value={platform}>
      <DatabaseContext.Provider value={here}>{children}</DatabaseContext.Provider>
    </PlatformContext.Provider>
  )
}

/** What this page may do with the browser. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext)
  if (!platform) throw new Error('usePlatform needs a PlatformProvider above it')
  return platform
}

/** The database, or null while its code is being loaded, for what is on the page before that. */
export function useLateDatabase(): Database | null {
  return useContext(DatabaseContext)
}

/** The database; components read it through useStored and write it through useIntent. */
export function useDatabase(): Database {
  const database = useContext(DatabaseContext)
  if (!database) throw new Error('useDatabase needs a PlatformProvider above it, and its database')
  return database
}
