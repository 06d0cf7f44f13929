import type { Database } from './database.ts'
import { databaseCode } from './databaseCode.ts'

/** The database, once its code is loaded, which a page can begin without. */
export async function loadDatabase(): Promise<Database> {
  return new (await databaseCode()).Database()
}
