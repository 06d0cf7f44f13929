import { underPolicy } from '../../domain/policy.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts'
import type { Database } from '../database.ts'

/** The settings as they hold: what the user chose, as far as their organization leaves it to them. */
export async function readSettings(db: Database): Promise<Settings> {
  return underPolicy(await readChosen(db))
}

/** What the user chose, with defaults where that is nothing; only for what changes it. */
export async function readChosen(db: Database): Promise<Settings> {
  const rows = await db.settings.toArray()
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}
