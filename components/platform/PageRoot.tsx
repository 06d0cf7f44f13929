import '../ui/base.css'
import { type ReactNode, useLayoutEffect } from 'react'
import type { Platform } from '../../lib/commands/Platform.ts'
import type { Database } from '../../lib/store/database.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { FirstRun } from '../onboarding/FirstRun.tsx'
import { BasicsProvider } from './Basics.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { PlatformProvider } from './PlatformContext.tsx'
import { StorageGate } from './StorageGate.tsx'
import { applyTheme, restoreTheme } from './theme.ts'

restoreTheme()

interface PageRootProps {
  platform: Platform
  database: Database
  /** What "Open inbox" does after connecting; left out where the page has such a button itself. */
  afterConnect?: 'close' | 'openInbox' | 'nothing'
  children: ReactNode
}

/** What all three pages share: browser and database, theme, first run, and a way on where something broke. */
export function PageRoot({ platform, database, afterConnect = 'nothing', children }: PageRootProps) {
  return (
    <ErrorBoundary>
      <PlatformProvider platform={platform} database={database}>
        <StorageGate>
          <BasicsProvider>
            <Theme />
            <FirstRun afterConnect={afterConnect}>{children}</FirstRun>
          </BasicsProvider>
        </StorageGate>
      </PlatformProvider>
    </ErrorBoundary>
  )
}

function Theme() {
  const settings = useSettings()
  useLayoutEffect(() => {
    if (settings) applyTheme(settings)
  }, [settings])
  return null
}
