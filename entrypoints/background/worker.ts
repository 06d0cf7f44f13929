import { alarmTime, bookAlarm, SHORTEST_ALARM_MS } from '../../lib/browser/alarms.ts'
import { takeLooks } from '../../lib/browser/calmNotes.ts'
import { userState } from '../../lib/browser/idle.ts'
import { withLock } from '../../lib/browser/locks.ts'
import { onScreen } from '../../lib/browser/presence.ts'
import { usedBytes } from '../../lib/browser/storageUse.ts'
import { synced } from '../../lib/browser/syncedStorage.ts'
import { hasKey, isSampleOpen } from '../../lib/browser/vault.ts'
import { coalesce } from '../../lib/domain/coalesce.ts'
import { hastenWaiting } from '../../lib/store/commits/hasten.ts'
import { wakeDue } from '../../lib/store/intents/wake.ts'
import { readSettings } from '../../lib/store/queries/settings.ts'
import type { Answers } from '../../lib/sync/glance.ts'
import { SYNC_LOCK } from '../../lib/sync/locks.ts'
import { prune } from '../../lib/sync/prune.ts'
import { restoreConnection } from '../../lib/sync/restoreConnection.ts'
import { createRunner } from '../../lib/sync/runner.ts'
import { createSchedule } from '../../lib/sync/schedule.ts'
import { createSteadyRunner } from '../../lib/sync/steadyRunner.ts'
import { noteFull } from '../../lib/sync/storageTrouble.ts'
import { createTravel } from '../../lib/sync/travel.ts'
import { writeLooks } from '../../lib/sync/writeLooks.ts'
import { createAttending } from './attending.ts'
import type { Line } from './line.ts'
import { startObeying } from './obey.ts'
import { openRooms } from './rooms.ts'

export type Worker = ReturnType<typeof createWorker>

const MOMENT_MS = 150

/** Lets sync, outbox and attention follow one another. Nothing true lives in here: it all may be gone next second. */
export function createWorker(way: Line) {
  const { db, now, sync, trial, outbox, line, budget, calm, answers } = openRooms(way)
  const visible = async () => (await onScreen()).size > 0
  const freeAt = () => budget.freeAt('background')
  const alarms = { book: bookAlarm, time: alarmTime, shortest: SHORTEST_ALARM_MS }
  const poke = () => void drain().catch(() => undefined)
  const { nextDue } = line
  const schedule = createSchedule({ db, now, alarms, user: userState, visible, freeAt, nextDue, drain: poke })
  const inner = createRunner({ sync, lock: withLock, book: schedule.bookPoll, afterwards })
  const runner = createSteadyRunner({ sync, runner: inner, restore, afterwards })
  /** @param given what a glance was answered, if there was one */
  const poll = (given: Answers = new Map()) => calm.watch(() => answers.during(given, () => runner.poll()))
  const told = writeLooks(sync, takeLooks)
  const obeying = startObeying(db)
  const { refreshed, refreshSoon, attend } = createAttending({ db, now, told, verify: schedule.verify, poll })

  const travel = createTravel({
    db,
    now,
    area: synced,
    book: (at) => bookAlarm('travel', at, now()),
    isOwn: async () => !(await isSampleOpen()),
    taken: attend,
  })

  /** While everything is being deleted, nothing may be taken up again. */
  async function restore(): Promise<boolean> {
    await Promise.all([told, obeying.holds()])
    if ((await readSettings(db)).connectedAt !== null) return false
    return withLock(SYNC_LOCK, () => restoreConnection(sync, hasKey))
  }
  /** At each start, and when the database was lost while this worker ran: a connection goes on, alarms are there. */
  async function begin(): Promise<void> {
    if (await restore()) await poll()
    else await schedule.verify()
  }
  async function drain(): Promise<void> {
    // Booked first: a worker that dies in the middle of a send is woken to settle it.
    await schedule.bookOutbox()
    await obeying.holds()
    // Badge and notifications wait a moment for what goes out, and no longer.
    const shown = setTimeout(() => void attend().catch(() => undefined), MOMENT_MS)
    // Side by side: what cannot be woken on a full disk must not hold a reply back.
    await Promise.all([noteFull(sync, line.drain), wakeDue(db, now())]).finally(() => {
      clearTimeout(shown)
      return attend()
    })
  }
  // Nobody waits for it, and what dies with the worker goes on with the next run.
  const tidy = coalesce(async () => void (await prune({ ...sync, usedBytes, onScreen })))
  async function afterwards(): Promise<void> {
    const next = () => drain().finally(() => void tidy().catch(() => undefined))
    if (navigator.onLine) await hastenWaiting(db, now()).finally(next)
    else await next()
  }
  return {
    db,
    now,
    sync,
    trial,
    outbox,
    schedule,
    travel,
    runner,
    poll,
    begin,
    obeying,
    attend,
    drain,
    refreshed,
    refreshSoon,
  }
}
