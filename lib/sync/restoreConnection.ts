import { saveSetting } from '../store/intents/settings.ts'
import { readSettings } from '../store/queries/settings.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { noteLost } from './storageTrouble.ts'

/**
 * A database that was thrown away by the browser, or by the user in the browser's own pages, comes back empty. The key
 * is kept elsewhere, and only after it worked, so it says that there was a connection: that goes on, and the next run
 * imports anew, silently. What was lost with it is told.
 * @returns whether that was so
 */
export async function restoreConnection(
  deps: Pick<SyncDeps, 'db' | 'memo' | 'now'>,
  hasKey: () => Promise<boolean>,
): Promise<boolean> {
  if ((await readSettings(deps.db)).connectedAt !== null || !(await hasKey())) return false
  await noteLost(deps)
  await saveSetting(deps.db, 'connectedAt', deps.now())
  return true
}
