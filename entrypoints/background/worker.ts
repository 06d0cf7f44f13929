import { refreshBadge } from '../../lib/attention/badge.ts'
import { gather } from '../../lib/attention/gather.ts'
import { notify } from '../../lib/attention/notify.ts'
import { withdrawRead } from '../../lib/attention/withdraw.ts'
import { alarmTime, bookAlarm, SHORTEST_ALARM_MS } from '../../lib/browser/alarms.ts'
import { userState } from '../../lib/browser/idle.ts'
import { withLock } from '../../lib/browser/locks.ts'
import { readMemo, writeMemo } from '../../lib/browser/memo.ts'
import { onScreen } from '../../lib/browser/presence.ts'
import { usedBytes } from '../../lib/browser/storageUse.ts'
import { autoLockAt, hasKey, lockIfDue } from '../../lib/browser/vault.ts'
import { coalesce } from '../../lib/domain/coalesce.ts'
import { createOutbox, nextDue } from '../../lib/outbox/drain.ts'
import { restWhenFull } from '../../lib/outbox/restWhenFull.ts'
import { hastenWaiting } from '../../lib/store/commits/hasten.ts'
import { Database } from '../../lib/store/database.ts'
import { wakeSnoozed } from '../../lib/store/intents/shelves.ts'
import { readSettings } from '../../lib/store/queries/settings.ts'
import { askAccount } from '../../lib/sync/askAccount.ts'
import { prune } from '../../lib/sync/prune.ts'
import { readForReply } from '../../lib/sync/readForReply.ts'
import { restoreConnection } from '../../lib/sync/restoreConnection.ts'
import { createRunner, SYNC_LOCK } from '../../lib/sync/runner.ts'
import type { SyncDeps } from '../../lib/sync/SyncDeps.ts'
import { createSchedule } from '../../lib/sync/schedule.ts'
import { createSteadyRunner } from '../../lib/sync/steadyRunner.ts'
import { noteFull } from '../../lib/sync/storageTrouble.ts'
import { createClients } from './clients.ts'

export type Worker = ReturnType<typeof createWorker>

/** Puts the rooms of lib together. Nothing true lives in here: it all may be gone next second. */
export function createWorker() {
  const db = new Database()
  const now = () => Date.now()
  const { api, trial, budget } = createClients(db, now)
  const memo = { get: readMemo, set: writeMemo }
  const arrived = gather((messages) => notify(db, messages, now()))
  const sync: SyncDeps = { db, api, now, memo, arrived }
  // One at a time: what was read earlier must not be shown last.
  const badge = coalesce(() => refreshBadge(db, now()))
  const outbox = createOutbox({
    db,
    api,
    now,
    lock: withLock,
    ask: (accountId, call) => askAccount(sync, accountId, call),
    readThread: (conversationId, how) => readForReply(sync, conversationId, how.sync),
  })
  const alarms = { book: bookAlarm, time: alarmTime, shortest: SHORTEST_ALARM_MS }
  const line = restWhenFull({ drain: outbox.drain, nextDue: () => nextDue(db, now()) }, now)
  const schedule = createSchedule({
    db,
    now,
    alarms,
    user: userState,
    visible: async () => (await onScreen()).size > 0,
    freeAt: () => budget.freeAt('background'),
    nextDue: line.nextDue,
    drain: poke,
  })
  const runner = createSteadyRunner({
    sync,
    runner: createRunner({ sync, lock: withLock, book: schedule.bookPoll, afterwards }),
    restore,
    afterwards,
  })

  /** While everything is being deleted, nothing may be taken up again. */
  async function restore(): Promise<boolean> {
    if ((await readSettings(db)).connectedAt !== null) return false
    return withLock(SYNC_LOCK, () => restoreConnection(sync, hasKey))
  }
  /** At each start, and when the database was lost while this worker ran: a connection goes on, alarms are there. */
  async function begin(): Promise<void> {
    if (await restore()) await runner.poll()
    else await schedule.verify()
  }

  /** What the user sees outside the pages follows the store. */
  async function attend(): Promise<void> {
    await Promise.all([badge(), withdrawRead(db), schedule.verify(), tendLock()])
  }
  /** Locks when it is time, rather than booking anew an alarm that was due; else the alarm follows the last use. */
  async function tendLock(): Promise<void> {
    // The poll finds no key, which is how accounts, badge and pages learn of it. It may be this poll that attends, so
    // nobody waits for it.
    if (await lockIfDue(now())) void runner.poll().catch(() => undefined)
    await bookAlarm('lock', await autoLockAt(), now())
  }
  async function drain(): Promise<void> {
    // Booked first: a worker that dies in the middle of a send is woken to settle it.
    await schedule.bookOutbox()
    const woken = wakeSnoozed(db, now()).then(badge)
    // Side by side: what cannot be woken on a full disk must not hold a reply back.
    await Promise.all([noteFull(sync, line.drain), woken]).finally(attend)
  }
  // Nobody waits for it, and what dies with the worker goes on with the next run.
  const tidy = coalesce(async () => void (await prune({ db, memo, now, usedBytes, onScreen })))
  function poke(): void {
    drain().catch(() => undefined)
  }
  async function afterwards(): Promise<void> {
    try {
      if (navigator.onLine) await hastenWaiting(db, now())
    } finally {
      await drain().finally(() => void tidy().catch(() => undefined))
    }
  }
  return { db, sync, trial: { ...sync, api: trial }, outbox, schedule, runner, begin, attend, drain, badge }
}
