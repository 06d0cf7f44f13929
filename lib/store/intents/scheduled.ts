import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { joinLine } from './joinLine.ts'

/** Gives a scheduled reply another time (local ms). Does nothing where it has gone out meanwhile. */
export function reschedule(db: Database, intentId: string, dueAt: number): Promise<void> {
  return db.transaction('rw', [db.outbox], async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send' || intent.state !== 'scheduled') return
    await db.outbox.put({ ...intent, dueAt, nextAttemptAt: dueAt })
  })
}

/** The user does not want to wait for its time: it goes out as any other reply, and can be undone as long as these. */
export function sendScheduledNow(db: Database, intentId: string, now: number): Promise<void> {
  return db.transaction('rw', [db.outbox, db.settings], async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send' || intent.state !== 'scheduled') return
    const undoMs = (await readSettings(db)).undoSeconds * 1000
    const { dueAt: _, ...reply } = intent
    await joinLine(db, reply, undoMs > 0 ? 'held' : 'queued', { nextAttemptAt: now + undoMs }, now)
  })
}
