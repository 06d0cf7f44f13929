import '../../lib/browser/keptFirstScreen.ts'
import { parseRoute } from '../../lib/domain/panelRoute.ts'
import { type RowsAtOnce, readAtOnce } from '../../lib/store/atOnce/readAtOnce.ts'

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
export const opening: Opening | null = document.documentElement.dataset.page === 'panel' ? begin() : null

function begin(): Opening | null {
  const route = parseRoute(location.hash)
  if (route.page !== 'conversation') return null
  return { conversationId: route.id, limit: LIMIT, rows: readAtOnce(route.id, LIMIT) }
}
