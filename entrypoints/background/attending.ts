import { refresh } from '../../lib/attention/refresh.ts'
import { withdrawRead } from '../../lib/attention/withdraw.ts'
import { bookAlarm } from '../../lib/browser/alarms.ts'
import { autoLockAt, lockIfDue } from '../../lib/browser/vault.ts'
import { coalesce } from '../../lib/domain/coalesce.ts'
import type { Database } from '../../lib/store/database.ts'

interface AttendingDeps {
  db: Database
  now: () => number
  verify: () => Promise<void>
  poll: () => Promise<void>
  /** Settled once the database knows what was read without it. */
  told: Promise<void>
}

const SOON_MS = 1_000

/** What the user sees outside the pages, and the alarms: both follow the store. */
export function createAttending({ db, now, verify, poll, told }: AttendingDeps) {
  // One at a time: what was read earlier must not be shown last.
  let begun = 0
  const refreshed = coalesce(() => {
    begun++
    return told.then(() => refresh(db, now()))
  })
  /** What woke the worker mostly ends in a look at what is shown; where that takes long, or it does not, this does. */
  function refreshSoon(): void {
    const before = begun
    setTimeout(() => {
      if (begun === before) void refreshed().catch(() => undefined)
    }, SOON_MS)
  }

  async function attend(): Promise<void> {
    await Promise.all([refreshed(), withdrawRead(db), verify(), tendLock()])
  }
  /** Locks when it is time, rather than booking anew an alarm that was due; else the alarm follows the last use. */
  async function tendLock(): Promise<void> {
    // The poll finds no key, which is how accounts, badge and pages learn of it. It may be this poll that attends, so
    // nobody waits for it.
    if (await lockIfDue(now())) void poll().catch(() => undefined)
    await bookAlarm('lock', await autoLockAt(), now())
  }
  return { refreshed, refreshSoon, attend }
}
