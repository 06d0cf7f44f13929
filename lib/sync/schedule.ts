import { restsUntil } from '../domain/healthAfter.ts'
import { pace, type UserState } from '../domain/pace.ts'
import type { Database } from '../store/database.ts'
import { nextWake } from '../store/intents/wake.ts'
import { settingsAndAccounts } from '../store/queries/settingsAndAccounts.ts'

type AlarmName = 'poll' | 'outbox' | 'snooze'

export interface ScheduleDeps {
  db: Database
  /** Local clock, ms. */
  now(): number
  alarms: {
    /** Sets or moves an alarm to a local time (ms); null takes it away. */
    book(name: AlarmName, at: number | null, now: number): Promise<void>
    /** When it will ring, or null. */
    time(name: AlarmName): Promise<number | null>
    /** The least delay (ms) an alarm can have. */
    shortest: number
  }
  /** Whether the user is at the computer, and whether a page shows a conversation. */
  user(): Promise<UserState>
  visible(): Promise<boolean>
  /** When the request budget has a place for a poll, local ms; 0 for now. */
  freeAt(): Promise<number>
  /** When something in the outbox is due next, local ms, or null. */
  nextDue(): Promise<number | null>
  drain(): void
}

const SOONEST_MS = 250
/** The jitter of two waits can differ by this much without either being late. */
const LATE = 1.25

/** The one owner of alarms: each is booked before the work it is for, so that a worker that dies is woken again. */
export function createSchedule(deps: ScheduleDeps) {
  const { db, now, alarms } = deps
  let timer: ReturnType<typeof setTimeout> | undefined

  async function nextWait(): Promise<number | null> {
    const { settings, accounts: all } = await settingsAndAccounts(db)
    if (settings.connectedAt === null) return null
    const [user, visible, freeAt] = await Promise.all([deps.user(), deps.visible(), deps.freeAt()])
    const on = all.filter((account) => !settings.accountsOff.includes(account.id))
    const rests = on.map((account) => restsUntil(account.health, now()))
    const restUntil = rests.length > 0 ? Math.min(...rests) : 0
    return pace({
      pollSeconds: settings.pollSeconds,
      importing: on.some((account) => account.usable && account.import.stage !== 'done'),
      user,
      visible,
      pause: Math.max(restUntil, freeAt) - now(),
      chance: Math.random(),
    })
  }

  async function bookPoll(): Promise<void> {
    const wait = await nextWait()
    await alarms.book('poll', wait === null ? null : now() + wait, now())
  }

  /**
   * A poll that was missed or is booked nowhere (an update, a long sleep) comes as soon as an alarm can. One booked for
   * later than the pace now asks for (a quicker setting, somebody came back, the clock was put back) is moved up.
   */
  async function keepPace(): Promise<void> {
    const [wait, at] = await Promise.all([nextWait(), alarms.time('poll')])
    if (wait === null) return
    const moment = now()
    if (at === null || at < moment - alarms.shortest) await alarms.book('poll', moment, moment)
    else if (at > moment + wait * LATE) await alarms.book('poll', moment + wait, moment)
  }

  async function bookOutbox(): Promise<void> {
    const due = await deps.nextDue()
    await alarms.book('outbox', due, now())
    clearTimeout(timer)
    // Alarms are coarse; while the worker lives, a timer is faster. The alarm stays booked in case it does not.
    if (due !== null && due - now() < alarms.shortest) {
      timer = setTimeout(deps.drain, Math.max(SOONEST_MS, due - now()))
    }
  }

  return {
    bookPoll,
    bookOutbox,
    /** Sees to it that every alarm is there, and rings in time. Called whenever the worker starts or was asked for something. */
    async verify(): Promise<void> {
      await Promise.all([keepPace(), bookOutbox(), alarms.book('snooze', await nextWake(db), now())])
    },
  }
}
