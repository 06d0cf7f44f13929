import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'

// Below its own import, for the reason it gives.

import { createRoot } from 'react-dom/client'
import { afterPaint } from '../../components/hooks/afterPaint.ts'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { goToSection } from '../../components/settings/goToSection.ts'
import { Settings } from '../../components/settings/Settings.tsx'
import { onOptionsWish } from '../../lib/browser/optionsWish.ts'
import { createPlatform } from '../../lib/browser/platform.ts'
import { text } from '../../lib/domain/texts.ts'
import { loadDatabase } from '../../lib/store/loadDatabase.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its root element')

const loading = loadDatabase()
const platform = createPlatform('options', afterPaint())
onOptionsWish(goToSection)
document.title = text('settings_documentTitle')

createRoot(root).render(
  <PageRoot
    platform={platform}
    database={await loading}
    firstScreen={await keptFirstScreen()}
    afterConnect="openInbox"
  >
    <Settings />
  </PageRoot>,
)
