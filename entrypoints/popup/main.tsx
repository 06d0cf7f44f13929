import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'

// Below its own import, for the reason it gives.

import { createRoot } from 'react-dom/client'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { Popup } from '../../components/popup/Popup.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its root element')

const loadDatabase = async () => new (await import('../../lib/store/database.ts')).Database()
const platform = createPlatform('popup')
const firstScreen = await keptFirstScreen

createRoot(root).render(
  <PageRoot
    platform={platform}
    // Where there is something to paint without it, it comes after that.
    database={firstScreen ? loadDatabase : await loadDatabase()}
    firstScreen={firstScreen}
    afterConnect="nothing"
  >
    <Popup />
  </PageRoot>,
)
