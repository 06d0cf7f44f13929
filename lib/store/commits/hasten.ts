import type { Database } from '../database.ts'

const WAITING = ['offline', 'timeout', 'keyMissing']

/**
 * The API can be asked again: replies and marks that waited for the network or the key are due now (local ms), those that
 * waited for another key once theirs is none that was rejected.
 */
export async function hastenWaiting(db: Database, now: number): Promise<void> {
  const accounts = await db.accounts.toArray()
  const out = accounts.filter(({ health }) => health.state === 'signedOut').map(({ id }) => id)
  await db.transactionWithRoom('rw', [db.outbox], async () => {
    const waiting = await db.outbox.where('state').equals('queued').toArray()
    for (const row of waiting) {
      const kind = row.error?.kind ?? ''
      const forThis = WAITING.includes(kind) || (kind === 'keyRejected' && !out.includes(row.accountId))
      if (forThis && row.nextAttemptAt > now) await db.outbox.update(row.id, { nextAttemptAt: now })
    }
  })
}
