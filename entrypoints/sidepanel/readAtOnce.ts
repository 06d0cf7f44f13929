import { readAhead } from '../../components/thread/newestScreens.ts'
import { parseRoute } from '../../lib/domain/panelRoute.ts'
import { Database } from '../../lib/store/database.ts'

/**
 * The database, opened as soon as this module is loaded, which the panel does before its components; and the reading of
 * the conversation that the panel opens with, null where it opens with another place. Null in pages that are no panel.
 */
export const readAtOnce = document.documentElement.dataset.page === 'panel' ? read() : null

function read() {
  const database = new Database()
  // Not waited for. Whether it can be had is told by its connection.
  void database.open().catch(() => undefined)
  const route = parseRoute(location.hash)
  const opened = route.page === 'conversation' ? readAhead(database, route.id).catch(() => undefined) : null
  return { database, opened }
}
