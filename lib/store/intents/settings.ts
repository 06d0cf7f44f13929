import type { Settings } from '../../domain/settings.ts'
import type { Database } from '../database.ts'

/** Keeps one setting. */
export async function saveSetting<K extends keyof Settings>(
  db: Database,
  key: K,
  value: Settings[K],
): Promise<void> {
  await db.settings.put({ key, value })
}
