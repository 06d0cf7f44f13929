import type { SendIntent } from '../../domain/intent.ts'
import { isTimely } from '../../domain/scheduled.ts'
import type { Database } from '../database.ts'
import { joinLine } from '../intents/joinLine.ts'

/** Lets the scheduled replies whose time (local ms) has come join the lines of their conversations, in the order of their times. */
export async function releaseScheduled(db: Database, now: number): Promise<void> {
  if ((await timely(db, now)).length === 0) return
  await db.transactionWithRoom('rw', [db.outbox], async () => {
    for (const send of await timely(db, now)) await joinLine(db, send, 'queued', { nextAttemptAt: now }, now)
  })
}

async function timely(db: Database, now: number): Promise<SendIntent[]> {
  const rows = await db.outbox.where('state').equals('scheduled').toArray()
  return rows
    .filter((row): row is SendIntent => row.kind === 'send' && isTimely(row, now))
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))
}
