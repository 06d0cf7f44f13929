import type { Table } from 'dexie'
import { compact } from '../compact.ts'
import { CACHE_TABLES, type Database } from '../database.ts'

/** Empties what can be fetched again and nothing else. */
export function clearCacheTables(db: Database): Promise<void> {
  return clear(db, [...CACHE_TABLES.map((name) => db[name]), db.media])
}

/** Empties every table. */
export async function clearAllTables(db: Database): Promise<void> {
  // The counts last: they are written anew as the conversations go.
  const isKept = ({ name }: Table) => name === 'counts' || name === 'behind'
  await clear(db, [...db.tables.filter((table) => !isKept(table)), ...db.tables.filter(isKept)])
}

async function clear(db: Database, tables: readonly Table[]): Promise<void> {
  await db.transaction('rw', [...tables], async () => {
    for (const table of tables) await table.clear()
  })
  // Whoever clears wants the room, or what was there gone for good; a browser that gives none back cleared all the same.
  await compact(db).catch(() => undefined)
}
