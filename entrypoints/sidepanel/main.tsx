import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'

// Below its own import, for the reason it gives.

import { createRoot } from 'react-dom/client'
import { Panel } from '../../components/panel/Panel.tsx'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { readAhead } from '../../components/thread/newestScreens.ts'
import { createPlatform } from '../../lib/browser/platform.ts'
import { parseRoute } from '../../lib/domain/panelRoute.ts'
import { Database } from '../../lib/store/database.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html lost its root element')

/** Until a place for messages would be painted (Skeleton). */
const PATIENCE_MS = 150

const database = new Database()
// Not waited for: it opens while the rest is made.
void database.open().catch(() => undefined)
const route = parseRoute(location.hash)
const opened = route.page === 'conversation' ? readAhead(database, route.id).catch(() => undefined) : null
const platform = createPlatform('panel')
const firstScreen = await keptFirstScreen
// What it opens with is painted with the page, unless that takes so long that the page has to say so.
if (firstScreen && opened) await Promise.race([opened, new Promise((late) => setTimeout(late, PATIENCE_MS))])

createRoot(root).render(
  <PageRoot platform={platform} database={database} firstScreen={firstScreen} afterConnect="close">
    <Panel />
  </PageRoot>,
)
