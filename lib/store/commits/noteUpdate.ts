import { newsBetween } from '../../domain/news.ts'
import type { Database } from '../database.ts'
import { saveSetting } from '../intents/settings.ts'
import { readSettings } from '../queries/settings.ts'

/**
 * Keeps which version Parley was updated from, where there is news since then. Whoever is not connected is new to it, and
 * hears nothing; whoever has not taken note of earlier news hears of both.
 */
export function noteUpdate(db: Database, from: string, to: string): Promise<void> {
  return db.transaction('rw', [db.settings], async () => {
    const { connectedAt, updatedFrom } = await readSettings(db)
    if (connectedAt === null || updatedFrom !== '' || newsBetween(from, to).length === 0) return
    await saveSetting(db, 'updatedFrom', from)
  })
}
