import { keptFirstScreen } from '../../lib/browser/keptFirstScreen.ts'
import { readAtOnce } from './readAtOnce.ts'

// Below imports of their own, for the reasons they give.

import { createRoot } from 'react-dom/client'
import { afterPaint } from '../../components/hooks/afterPaint.ts'
import { Panel } from '../../components/panel/Panel.tsx'
import { PageRoot } from '../../components/platform/PageRoot.tsx'
import { createPlatform } from '../../lib/browser/platform.ts'

/** Until a place for messages would be painted (Skeleton). */
const PATIENCE_MS = 150

// Null in another page that needs something of the file that this is built into.
if (readAtOnce) void begin(readAtOnce)

async function begin({ database, opened }: NonNullable<typeof readAtOnce>): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html lost its root element')
  const firstScreen = await keptFirstScreen()
  // What it opens with is painted with the page, unless that takes so long that the page has to say so.
  if (firstScreen && opened)
    await Promise.race([opened, new Promise((late) => setTimeout(late, PATIENCE_MS))])
  createRoot(root).render(
    <PageRoot
      platform={createPlatform('panel', afterPaint())}
      database={database}
      firstScreen={firstScreen}
      afterConnect="close"
    >
      <Panel />
    </PageRoot>,
  )
}
