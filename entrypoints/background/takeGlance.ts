import { createRequest } from '../../lib/api/http/createRequest.ts'
import { bookAlarm } from '../../lib/browser/alarms.ts'
import { keepLooks, readCalm } from '../../lib/browser/calmNotes.ts'
import { userState } from '../../lib/browser/idle.ts'
import { withLock } from '../../lib/browser/locks.ts'
import { hasDatabase } from '../../lib/browser/storageUse.ts'
import { autoLockAt } from '../../lib/browser/vault.ts'
import { pace } from '../../lib/domain/pace.ts'
import { type Answers, glance } from '../../lib/sync/glance.ts'
import { SYNC_LOCK } from '../../lib/sync/locks.ts'
import type { Line } from './line.ts'

/**
 * The poll of an alarm while nothing goes on: mostly a glance is enough.
 * @returns null where it was; else what the poll that has to follow need not ask for again
 */
export function takeGlance(line: Line): Promise<Answers | null> {
  return withLock(SYNC_LOCK, () => look(line), 'shared')
}

function look({ now, budget, http, onRequest, takeRequests }: Line): Promise<Answers | null> {
  // All that is read is asked for in one moment: the browser is called once for what lies in one place.
  const key = http.readKey()
  const baseUrl = http.baseUrl()
  const booked = Promise.all([userState(), budget.freeAt('background'), autoLockAt()])
  for (const early of [key, baseUrl, booked]) early.catch(() => undefined)
  return glance({
    request: createRequest({ ...http, readKey: () => key, baseUrl: () => baseUrl, onRequest }),
    now,
    read: readCalm,
    isLost: async () => !(await hasDatabase()),
    async book(pollSeconds) {
      const [user, freeAt, lockAt] = await booked
      const pause = freeAt - now()
      const wait = pace({ pollSeconds, importing: false, user, visible: false, pause, chance: Math.random() })
      // The last use of the key, and how long it may lie unused, are not in the database.
      const lock = lockAt === null ? undefined : bookAlarm('lock', lockAt, now())
      await Promise.all([bookAlarm('poll', now() + wait, now()), lock])
    },
    keepLooks,
    takeRequests,
  })
}
