import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'

// Below its own import, for the reason it gives.

import { createRoot } from 'react-dom/client'
import { Panel } from '../../components/panel/Panel.tsx'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'
import { Database } from '../../lib/store/database.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its root element')

const database = new Database()
// Not waited for: it opens while the rest is made.
void database.open().catch(() => undefined)
const platform = createPlatform('panel')

createRoot(root).render(
  <PageRoot platform={platform} database={database} firstScreen={await keptFirstScreen} afterConnect="close">
    <Panel />
  </PageRoot>,
)
