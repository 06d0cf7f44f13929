import '../ui/base.css'
import { lazy, type ReactNode, Suspense, useLayoutEffect } from 'react'
import type { Platform } from '../../lib/commands/Platform.ts'
import type { FirstScreen } from '../../lib/domain/firstScreen.ts'
import type { Database } from '../../lib/store/database.ts'
import { useKeyState } from '../hooks/useKeyState.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { FirstRun } from '../onboarding/FirstRun.tsx'
import { BasicsProvider } from './Basics.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { PlatformProvider } from './PlatformContext.tsx'
import { StorageGate } from './StorageGate.tsx'
import { tellLanguage } from './tellLanguage.ts'
import { applyTheme, restoreTheme } from './theme.ts'

// Loaded when needed: nobody with a key has use for it.
const SampleMark = lazy(async () => ({ default: (await import('../sample/SampleMark.tsx')).SampleMark }))

restoreTheme()
tellLanguage()

interface PageRootProps {
  platform: Platform
  database: Database | (() => Promise<Database>)
  /** What "Open inbox" does after connecting; left out where the page has such a button itself. */
  afterConnect?: 'close' | 'openInbox' | 'nothing'
  /** What was kept for the first paint, where this page has use for it. */
  firstScreen?: FirstScreen | null
  children: ReactNode
}

/** What all three pages share: browser and database, theme, first run, and a way on where something broke. */
export function PageRoot(props: PageRootProps) {
  const { platform, database, afterConnect = 'nothing', firstScreen = null, children } = props
  return (
    <ErrorBoundary>
      <PlatformProvider platform={platform} database={database}>
        <StorageGate>
          <BasicsProvider firstScreen={firstScreen}>
            <Theme />
            <FirstRun afterConnect={afterConnect}>{children}</FirstRun>
            <Sample />
          </BasicsProvider>
        </StorageGate>
      </PlatformProvider>
    </ErrorBoundary>
  )
}

function Sample() {
  return useKeyState()?.sample ? (
    <Suspense>
      <SampleMark />
    </Suspense>
  ) : null
}

function Theme() {
  const settings = useSettings()
  useLayoutEffect(() => {
    if (settings) applyTheme(settings)
  }, [settings])
  return null
}
