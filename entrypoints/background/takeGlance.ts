import { createRequest } from '../../lib/api/http/createRequest.ts'
import { bookAlarm } from '../../lib/browser/alarms.ts'
import { keepLooks, readCalm } from '../../lib/browser/calmNotes.ts'
import { userState } from '../../lib/browser/idle.ts'
import { withLock } from '../../lib/browser/locks.ts'
import { isAnyOpen } from '../../lib/browser/presence.ts'
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
  const { now, budget } = line
  const request = createRequest({ ...line.http, onRequest: line.onRequest })
  const take = () =>
    glance({
      request,
      now,
      read: readCalm,
      isDisturbed: async () => (await Promise.all([isAnyOpen(), lacksDatabase()])).includes(true),
      async book(pollSeconds) {
        const [user, freeAt] = await Promise.all([userState(), budget.freeAt('background')])
        const pause = freeAt - now()
        const chance = Math.random()
        const wait = pace({ pollSeconds, importing: false, user, visible: false, pause, chance })
        await bookAlarm('poll', now() + wait, now())
        // The last use of the key, and how long it may lie unused, are not in the database.
        const lockAt = await autoLockAt()
        if (lockAt !== null) await bookAlarm('lock', lockAt, now())
      },
      keepLooks,
      takeRequests: line.takeRequests,
    })
  return withLock(SYNC_LOCK, take, 'shared')
}

const lacksDatabase = async () => !(await hasDatabase())
