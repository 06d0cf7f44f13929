import type { Settings } from '../../domain/settings.ts'
import type { Database } from '../database.ts'
import { readChosen } from '../queries/settings.ts'

/** Keeps one setting. */
export async function saveSetting<K extends keyof Settings>(
  db: Database,
  key: K,
  value: Settings[K],
): Promise<void> {
  await db.settings.put({ key, value })
}

/** Keeps what follows from a setting as it is now, whatever another page did to it meanwhile. */
export function changeSetting<K extends keyof Settings>(
  db: Database,
  key: K,
  change: (value: Settings[K]) => Settings[K],
): Promise<void> {
  return db.transaction('rw', [db.settings], async () => {
    await saveSetting(db, key, change((await readChosen(db))[key]))
  })
}
