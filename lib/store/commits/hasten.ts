import type { Database } from '../database.ts'

const WAITING = ['offline', 'timeout', 'keyMissing']

/** The API can be asked again: replies and marks that waited for the network or the key are due now (local ms). */
export function hastenWaiting(db: Database, now: number): Promise<void> {
  return db.transactionWithRoom('rw', [db.outbox], async () => {
    const waiting = await db.outbox.where('state').equals('queued').toArray()
    for (const row of waiting) {
      const forThis = row.error !== null && WAITING.includes(row.error.kind)
      if (forThis && row.nextAttemptAt > now) await db.outbox.update(row.id, { nextAttemptAt: now })
    }
  })
}
