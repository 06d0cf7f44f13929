import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'

// Below its own import, for the reason it gives.

import { createRoot } from 'react-dom/client'
import { afterPaint } from '../../components/hooks/afterPaint.ts'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { Popup } from '../../components/popup/Popup.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'

// The file that this is built into is the popup's only script, and shared by the other pages, where nothing happens here.
if (document.body.dataset.page === 'popup') void begin()

async function begin(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html lost its root element')
  const firstScreen = await keptFirstScreen
  createRoot(root).render(
    <PageRoot
      platform={createPlatform('popup', afterPaint())}
      // Where there is something to paint without it, it comes after that.
      database={firstScreen ? loadDatabase : await loadDatabase()}
      firstScreen={firstScreen}
      afterConnect="nothing"
    >
      <Popup />
    </PageRoot>,
  )
}

async function loadDatabase() {
  return new (await import('../../lib/store/database.ts')).Database()
}
