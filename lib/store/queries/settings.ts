import { underPolicy } from '../../domain/policy.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings.ts'
import type { Database } from '../database.ts'

/** The settings as they hold: what the user chose, as far as their organization leaves it to them. */
export function readSettings(db: Database): Promise<Settings> {
  // As a promise of the database's own, which a live query follows however many are nested in it.
  return readChosen(db).then(underPolicy)
}

/** What the user chose, with defaults where that is nothing; only for what changes it. */
export function readChosen(db: Database): Promise<Settings> {
  return db.settings.toArray().then((rows) => ({
    ...DEFAULT_SETTINGS,
    ...Object.fromEntries(rows.map(({ key, value }) => [key, value])),
  }))
}
