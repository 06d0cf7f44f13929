import type { UserState } from '../../../lib/domain/pace.ts'
import { nextDue } from '../../../lib/outbox/drain.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { createSchedule, type ScheduleDeps } from '../../../lib/sync/schedule.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

type AlarmName = Parameters<ScheduleDeps['alarms']['book']>[0]

const SHORTEST_MS = 30_000

/**
 * A schedule with a browser's alarms, a clock to set and a user to send away. `restart()` is what a new worker makes of
 * the alarms that are still there.
 */
export async function makeSchedule(now: number) {
  const db = openDatabase()
  await saveSetting(db, 'connectedAt', 1)
  const clock = { now }
  const world = { user: 'active' as UserState, visible: false, freeAt: 0 }
  const alarms = new Map<AlarmName, number>()
  let drains = 0
  let booked = 0
  const make = () =>
    createSchedule({
      db,
      now: () => clock.now,
      alarms: {
        async book(name, at, moment) {
          booked += 1
          if (at === null) alarms.delete(name)
          else alarms.set(name, Math.max(at, moment + SHORTEST_MS))
        },
        time: async (name) => alarms.get(name) ?? null,
        shortest: SHORTEST_MS,
      },
      user: async () => world.user,
      visible: async () => world.visible,
      freeAt: async () => world.freeAt,
      nextDue: () => nextDue(db, clock.now),
      drain: () => void drains++,
    })
  return {
    db,
    clock,
    world,
    alarms,
    restart: make,
    drains: () => drains,
    booked: () => booked,
    /** How long (ms) until an alarm rings; undefined where there is none. */
    left: (name: AlarmName) => {
      const at = alarms.get(name)
      return at === undefined ? undefined : at - clock.now
    },
  }
}
