import type { LedgerEntry } from '../../domain/ledgerEntry.ts'
import type { Quarantined } from '../../domain/quarantined.ts'
import type { Database } from '../database.ts'

/** A note with its number, which tells two of the same moment apart. */
export type Numbered<T> = T & { id: number }

/** The last requests, newest first. */
export function lastRequests(db: Database, limit: number): Promise<Numbered<LedgerEntry>[]> {
  return db.ledger.orderBy('id').reverse().limit(limit).toArray()
}

/** The rows that could not be read, newest first. */
export function lastQuarantined(db: Database, limit: number): Promise<Numbered<Quarantined>[]> {
  return db.quarantine.orderBy('id').reverse().limit(limit).toArray()
}

/** How many rows each table holds; of the quarantine, how many rows of the API it tells of. */
export async function rowCounts(db: Database): Promise<Record<string, number>> {
  const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const))
  let quarantine = 0
  await db.quarantine.each(({ count }) => {
    quarantine += count ?? 1
  })
  return { ...Object.fromEntries(counts), quarantine }
}
