import { afterRead, type Freshness } from '../../domain/freshness.ts'
import type { LedgerEntry } from '../../domain/ledgerEntry.ts'
import type { Quarantined } from '../../domain/quarantined.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'

const LEDGER_ROWS = 500
const QUARANTINE_ROWS = 200
/** The ring is cut once in this many rows, so that most notes cost one write. */
const CUT_EVERY = 50

/** Notes requests in the ledger, which keeps the last 500 or so. */
export async function noteRequests(db: Database, entries: readonly LedgerEntry[]): Promise<void> {
  const last = Number(await db.ledger.bulkAdd([...entries]))
  const isCutDue = last % CUT_EVERY < entries.length
  if (isCutDue)
    await db.ledger
      .where('id')
      .belowOrEqual(last - LEDGER_ROWS)
      .delete()
}

/** Notes rows that could not be read, those of one answer with the same reason as one note; keeps the last 200 or so. */
export async function noteQuarantined(db: Database, rows: readonly Quarantined[]): Promise<void> {
  if (rows.length === 0) return
  const last = await db.quarantine.bulkAdd(counted(rows))
  await db.quarantine
    .where('id')
    .belowOrEqual(Number(last) - QUARANTINE_ROWS)
    .delete()
}

function counted(rows: readonly Quarantined[]): Quarantined[] {
  const notes = new Map<string, Quarantined>()
  for (const row of rows) {
    const same = JSON.stringify([row.at, row.accountId, row.route, row.reason])
    const before = notes.get(same)
    notes.set(same, { ...row, count: (before?.count ?? 0) + (row.count ?? 1) })
  }
  return [...notes.values()]
}

/** Notes that an account's list was read, and what was missed if that had not been done for long. */
export async function noteFresh(
  db: Database,
  read: Pick<Freshness, 'accountId' | 'succeededAt' | 'serverAt'>,
): Promise<void> {
  // Outside: a transaction over settings waits for the disk, and this one is written at every poll.
  const { pollSeconds } = await readSettings(db)
  await db.transaction('rw', [db.freshness], async () => {
    await db.freshness.put(afterRead(await db.freshness.get(read.accountId), read, pollSeconds))
  })
}
