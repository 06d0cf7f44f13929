import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'

// Below its own import, for the reason it gives.

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterPaint } from '../../components/hooks/afterPaint.ts'
import { domIsThere } from '../../components/platform/domIsThere.ts'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { Popup } from '../../components/popup/Popup.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'
import type { FirstScreen } from '../../lib/domain/firstScreen.ts'
import type { Database } from '../../lib/store/database.ts'
import { loadDatabase } from '../../lib/store/loadDatabase.ts'

// The file that this is built into is the popup's only script, and shared by the other pages, where nothing happens here.
if (document.documentElement.dataset.page === 'popup') void begin()

async function begin(): Promise<void> {
  // It may be there before the rest of its page.
  if (document.readyState === 'loading') await domIsThere()
  const kept = keptFirstScreen()
  const firstScreen = kept instanceof Promise ? await kept : kept
  // Where there is something to paint without the database, that comes after it.
  const database = firstScreen ? loadDatabase : await loadDatabase()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html lost its root element')
  // In this task, as the next may come after a frame that shows nothing.
  flushSync(() => createRoot(root).render(page(firstScreen, database)))
}

function page(firstScreen: FirstScreen | null, database: Database | typeof loadDatabase) {
  return (
    <PageRoot
      platform={createPlatform('popup', afterPaint())}
      database={database}
      firstScreen={firstScreen}
      afterConnect="nothing"
    >
      <Popup />
    </PageRoot>
  )
}
