import type { Database } from '../database.ts'
import { wakeReminders } from './reminders.ts'
import { wakeSnoozed } from './shelves.ts'

/** Brings back all that is due at a local time (ms): what was snoozed, and what nobody answered. */
export async function wakeDue(db: Database, now: number): Promise<void> {
  await wakeSnoozed(db, now)
  await wakeReminders(db, now)
}

/** The next local time (ms) at which something comes back, or null. */
export async function nextWake(db: Database): Promise<number | null> {
  const [snoozed, reminded] = await Promise.all([
    db.triage.where('snoozedUntil').above(0).first(),
    db.triage.where('remindAt').above(0).first(),
  ])
  const times = [snoozed?.snoozedUntil, reminded?.remindAt].filter((at) => typeof at === 'number')
  return times.length > 0 ? Math.min(...times) : null
}
