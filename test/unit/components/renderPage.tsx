import 'fake-indexeddb/auto'
// Pages load it later: a test that has ended by then would be asked for it.
import '../../../components/actions/listenToKeys.ts'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { onTestFinished } from 'vitest'
import { PlatformProvider } from '../../../components/platform/PlatformContext.tsx'
import type { Platform } from '../../../lib/commands/Platform.ts'
import type { Settings } from '../../../lib/domain/settings.ts'
import { Database } from '../../../lib/store/database.ts'
import { type FakePlatform, makePlatform } from '../../fixtures/makePlatform.ts'

let made = 0

export interface PageSetup {
  db: Database
  platform: FakePlatform
  /** Renders with a real database and a browser that only remembers what it was asked. */
  show: (page: ReactNode) => HTMLElement
}

/**
 * An empty database of its own and a fake browser. The database lives in memory and is left open: what is still being
 * read when a test ends would fail otherwise.
 */
export function preparePage(change: Partial<Platform> = {}): PageSetup {
  made += 1
  const db = new Database(`page-${made}`)
  const platform = makePlatform(change)
  onTestFinished(() => {
    cleanup()
    location.hash = ''
    localStorage.clear()
  })
  return {
    db,
    platform,
    show: (page) =>
      render(
        <PlatformProvider platform={platform} database={db}>
          {page}
        </PlatformProvider>,
      ).container,
  }
}

/** Keeps some settings; connected unless said otherwise. */
export async function saveSettings(db: Database, change: Partial<Settings> = {}): Promise<void> {
  const settings = { connectedAt: 1, ...change }
  await db.settings.bulkPut(Object.entries(settings).map(([key, value]) => ({ key, value })))
}
