import '../../lib/browser/keptFirstScreen.ts'
import { parseRoute } from '../../lib/domain/panelRoute.ts'
import { type RowsAtOnce, readAtOnce } from '../../lib/store/atOnce/readAtOnce.ts'
import type { Database } from '../../lib/store/database.ts'
import { loadDatabase } from '../../lib/store/loadDatabase.ts'

/** More messages than a window has room for, and the one before them. */
const LIMIT = 33

export interface Opening {
  conversationId: string
  limit: number
  rows: Promise<RowsAtOnce | null>
}

/**
 * The reading of the conversation that the panel opens with, begun while the rest of the page is still being loaded; null
 * where it opens with another place, or in a page that is no panel.
 */
const inPanel = document.documentElement.dataset.page === 'panel'
export const opening: Opening | null = inPanel ? begin() : null
/** The database, where the panel opens with something that is read with it; its code is loaded beside the rest then. */
export const database: Promise<Database> | null = inPanel && !opening ? loadDatabase() : null
// The page tells what is wrong with it.
database?.then((db) => db.open()).catch(() => undefined)

function begin(): Opening | null {
  const route = parseRoute(location.hash)
  if (route.page !== 'conversation') return null
  return { conversationId: route.id, limit: LIMIT, rows: readAtOnce(route.id, LIMIT) }
}
