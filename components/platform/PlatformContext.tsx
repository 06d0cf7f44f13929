import { createContext, type ReactNode, useContext } from 'react'
import type { Platform } from '../../lib/commands/Platform.ts'
import type { Database } from '../../lib/store/database.ts'

const PlatformContext = createContext<Platform | null>(null)
const DatabaseContext = createContext<Database | null>(null)

interface PlatformProviderProps {
  platform: Platform
  database: Database
  children: ReactNode
}

/** Hands the browser and the database down to the components of a page. */
export function PlatformProvider({ platform, database, children }: PlatformProviderProps) {
  return (
    <PlatformContext.Provider value={platform}>
      <DatabaseContext.Provider value={database}>{children}</DatabaseContext.Provider>
    </PlatformContext.Provider>
  )
}

/** What this page may do with the browser. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext)
  if (!platform) throw new Error('usePlatform needs a PlatformProvider above it')
  return platform
}

/** The database; components read it through useStored and write it through useIntent. */
export function useDatabase(): Database {
  const database = useContext(DatabaseContext)
  if (!database) throw new Error('useDatabase needs a PlatformProvider above it')
  return database
}
