import { createContext, type ReactNode, Suspense, use, useContext, useEffect, useMemo, useState } from 'react'
import type { Platform } from '../../lib/commands/Platform.ts'
import type { Database } from '../../lib/store/database.ts'
import { afterPaint } from '../hooks/afterPaint.ts'

const PlatformContext = createContext<Platform | null>(null)

interface DatabaseInContext {
  /** Null while its code is being loaded. */
  here: Database | null
  coming: Promise<Database>
}

const DatabaseContext = createContext<DatabaseInContext | null>(null)

interface PlatformProviderProps {
  platform: Platform
  /** The database, or the way to load it once the page was painted. */
  database: Database | (() => Promise<Database>)
  children: ReactNode
}

/** Hands the browser and the database down to the components of a page. */
export function PlatformProvider({ platform, database, children }: PlatformProviderProps) {
  const [coming] = useState(() =>
    typeof database === 'function' ? afterPaint().then(database) : Promise.resolve(database),
  )
  const [late, setLate] = useState<Database | null>(null)
  useEffect(() => {
    if (typeof database === 'function') void coming.then(setLate)
  }, [database, coming])
  const here = typeof database === 'function' ? late : database
  const inContext = useMemo(() => ({ here, coming }), [here, coming])
  return (
    <PlatformContext.Provider value={platform}>
      <DatabaseContext.Provider value={inContext}>
        {/* Where something waits for it in the page's first render, the page does. */}
        <Suspense>{children}</Suspense>
      </DatabaseContext.Provider>
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
  return useInContext().here
}

/** The database as soon as its code is loaded, for what is on the page before that and writes. */
export function useComingDatabase(): Promise<Database> {
  return useInContext().coming
}

/** The database, for what comes later than the page and waits for it; components read it through useStored and write it through useIntent. */
export function useDatabase(): Database {
  const { here, coming } = useInContext()
  return here ?? use(coming)
}

function useInContext(): DatabaseInContext {
  const database = useContext(DatabaseContext)
  if (!database) throw new Error('The database needs a PlatformProvider above whoever asks for it')
  return database
}
