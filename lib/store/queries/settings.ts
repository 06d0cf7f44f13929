import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts'
import type { Database } from '../database.ts'

/** The settings, with defaults where the user chose nothing. */
export async function readSettings(db: Database): Promise<Settings> {
  const rows = await db.settings.toArray()
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}
