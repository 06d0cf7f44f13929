import { isNewer, type TravelRecord } from '../../domain/travel/TravelRecord.ts'
import { rowOf } from '../../domain/travel/travellers.ts'
import type { Database } from '../database.ts'
import { deleteLabel } from '../intents/labels.ts'
import { joinTwins } from './joinTwins.ts'
import type { Stamp } from './keepStamps.ts'
import { arrivedRow, recordsHere } from './records.ts'

interface Taken {
  /** How many rows changed. */
  changed: number
  /** All that travels as it is here now. */
  here: TravelRecord[]
}

/**
 * Takes over what other computers changed later than this one, in one transaction.
 * @param joining whether it is the first time: what is here and there by the same name is then one
 */
export function takeRecords(
  db: Database,
  there: ReadonlyMap<string, TravelRecord>,
  { now, joining }: { now: number; joining: boolean },
): Promise<Taken> {
  const tables = [db.settings, db.labels, db.snippets, db.stamps, db.triage, db.conversations]
  return db.transactionWithRoom('rw', tables, async () => {
    if (joining) await joinTwins(db, [...there.values()])
    const here = await recordsHere(db, now)
    const stamps: Stamp[] = []
    for (const record of there.values()) {
      const { id, at, content } = record
      if (!isNewer(record, here.get(id)) || !(await take(db, record))) continue
      stamps.push({ id, at, told: 1 })
      here.set(id, { id, at, content })
    }
    // After the rows: writing them gave them stamps of now.
    if (stamps.length > 0) await db.stamps.bulkPut(stamps)
    return { changed: stamps.length, here: [...here.values()] }
  })
}

/** @returns false for what this version can do nothing with */
async function take(db: Database, record: TravelRecord): Promise<boolean> {
  const row = rowOf(record.id)
  if (!row) return false
  if (record.content === null) {
    const label = row.table === 'labels' ? await db.labels.get(row.key) : undefined
    if (label) await deleteLabel(db, label)
    else await db.table(row.table).delete(row.key)
    return true
  }
  const arrived = arrivedRow(record)
  if (arrived === undefined) return false
  await db.table(row.table).put(arrived)
  return true
}
