import { isForgotten, type TravelRecord } from '../../domain/travel/TravelRecord.ts'
import {
  doesTravel,
  recordId,
  rowOf,
  TRAVELLING,
  type TravellingTable,
} from '../../domain/travel/travellers.ts'
import type { Database } from '../database.ts'
import { soundRow } from '../sound/soundRow.ts'

/** All that travels as it is here, deletions too. Call inside a transaction over the tables it reads. */
export async function recordsHere(db: Database, now: number): Promise<Map<string, TravelRecord>> {
  const stamps = new Map((await db.stamps.toArray()).map(({ id, at }) => [id, at]))
  const records = new Map<string, TravelRecord>()
  for (const table of TRAVELLING) {
    const name = keyName(table)
    const rows: Record<string, unknown>[] = await db.table(table).toArray()
    for (const { [name]: key, ...content } of rows) {
      if (!doesTravel(table, String(key))) continue
      const id = recordId(table, String(key))
      records.set(id, { id, at: stamps.get(id) ?? 0, content })
    }
  }
  for (const [id, at] of stamps) {
    const deleted = { id, at, content: null }
    if (rowOf(id) && !records.has(id) && !isForgotten(deleted, now)) records.set(id, deleted)
  }
  return records
}

/** The row that a record brings; undefined where it brings none that this version can work with. */
export function arrivedRow({ id, content }: TravelRecord): unknown {
  const row = rowOf(id)
  if (!row || !content) return undefined
  return soundRow(row.table, { ...content, [keyName(row.table)]: row.key })
}

function keyName(table: TravellingTable): 'key' | 'id' {
  return table === 'settings' ? 'key' : 'id'
}
