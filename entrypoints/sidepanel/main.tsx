import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'
import { database as early, type Opening, opening } from './atOnce.ts'

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
import { loadDatabase } from '../../lib/store/loadDatabase.ts'

/** Until a place for messages would be painted (Skeleton). */
const PATIENCE_MS = 150

// Another page may need something of the file that this is built into.
if (document.documentElement.dataset.page === 'panel') void begin()

async function begin(): Promise<void> {
  // It may be there before the rest of its page.
  if (document.readyState === 'loading') await domIsThere()
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html lost its root element')
  const kept = keptFirstScreen()
  const firstScreen = kept instanceof Promise ? await kept : kept
  // What it opens with is painted with the page, unless that takes so long that the page has to say so.
  const screen = firstScreen && opening && (await Promise.race([screenOf(opening), tooLong()]))
  const takeBack = opening && screen && handOver(opening.conversationId, screen)
  // Where all there is to paint is there without the database, that comes after it.
  const database = takeBack ? loadDatabase : await (early ?? loadDatabase())
  if (firstScreen && opening && typeof database !== 'function') {
    await Promise.race([readAhead(database, opening.conversationId).catch(() => null), tooLong()])
  }
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

/** What the panel opens with, where it could be read at once. */
async function screenOf({ limit, rows }: Opening) {
  const read = await rows
  return read && screenAtOnce(read, limit)
}

function tooLong(): Promise<null> {
  return new Promise((late) => setTimeout(() => late(null), PATIENCE_MS))
}
