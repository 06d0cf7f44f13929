import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'
import { type Opening, opening } from './atOnce.ts'

// Below imports of their own, for the reasons they give.

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { afterPaint } from '../../components/hooks/afterPaint.ts'
import { Panel } from '../../components/panel/Panel.tsx'
import { domIsThere } from '../../components/platform/domIsThere.ts'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { handOver, readAhead } from '../../components/thread/newestScreens.ts'
import { createPlatform } from '../../lib/browser/platform.ts'
import { screenAtOnce } from '../../lib/store/atOnce/screenAtOnce.ts'
import { Database } from '../../lib/store/database.ts'

/** Until a place for messages would be painted (Skeleton). */
const PATIENCE_MS = 150

// Another page may need something of the file that this is built into.
if (document.documentElement.dataset.page === 'panel') void begin()

async function begin(): Promise<void> {
  // It may be there before the rest of its page.
  if (document.readyState === 'loading') await domIsThere()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html lost its root element')
  const database = new Database()
  const kept = keptFirstScreen()
  const firstScreen = kept instanceof Promise ? await kept : kept
  // What it opens with is painted with the page, unless that takes so long that the page has to say so.
  const takeBack = firstScreen && opening && (await Promise.race([have(opening, database), tooLong()]))
  // In this task, as the next may come after a frame that shows nothing.
  flushSync(() =>
    createRoot(root).render(
      <PageRoot
        platform={createPlatform('panel', afterPaint())}
        database={database}
        firstScreen={firstScreen}
        afterConnect="close"
      >
        <Panel />
      </PageRoot>,
    ),
  )
  takeBack?.()
}

/** Has what the panel opens with ready for its first render: as read at once, or else by the database itself. */
async function have({ conversationId, limit, rows }: Opening, database: Database) {
  const read = await rows
  const screen = read && screenAtOnce(read, limit)
  if (screen) return handOver(database, conversationId, screen)
  await readAhead(database, conversationId).catch(() => undefined)
  return null
}

function tooLong(): Promise<null> {
  return new Promise((late) => setTimeout(() => late(null), PATIENCE_MS))
}
