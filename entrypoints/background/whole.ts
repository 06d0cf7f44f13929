import { actOnNotice } from '../../lib/attention/noticeActions.ts'
import { notify } from '../../lib/attention/notify.ts'
import { watchIdle } from '../../lib/browser/idle.ts'
import { restrictStorage } from '../../lib/browser/keyStorage.ts'
import { extensionVersion } from '../../lib/browser/lifecycle.ts'
import { describeOmnibox } from '../../lib/browser/omnibox.ts'
import { onScreen } from '../../lib/browser/presence.ts'
import { answerCommand } from '../../lib/commands/answerCommand.ts'
import type { Route } from '../../lib/domain/panelRoute.ts'
import { announceStore } from '../../lib/store/announce.ts'
import { noteUpdate } from '../../lib/store/commits/noteUpdate.ts'
import { nextUnread } from '../../lib/store/queries/nextUnread.ts'
import { forgetAccountsRead } from '../../lib/sync/refreshAccounts.ts'
import { createHandlers } from './handlers.ts'
import type { Line } from './line.ts'
import { createWorker } from './worker.ts'

/** All that a worker does but listen and take a glance. It is evaluated once that is needed, and starts with this. */
export type Whole = ReturnType<typeof startWhole>

export function startWhole(line: Line) {
  const worker = createWorker(line)
  const handlers = createHandlers(worker)
  const begin = () => void worker.begin().catch(() => undefined)
  announceStore()
  watchIdle()
  describeOmnibox()
  void restrictStorage().catch(() => undefined)
  // What was decided for the user was lost too.
  worker.db.connection.onReopened(() => {
    void worker.obeying.anew()
    begin()
  })
  begin()
  // While no worker ran, what the badge says may have become older than it should be.
  worker.refreshSoon()
  return {
    poll: worker.poll,
    drain: worker.drain,
    travel: () => worker.obeying.holds().then(worker.travel.run),
    /** The organization decided something else. */
    async obey(): Promise<void> {
      await worker.obeying.anew()
      // Accounts that are being listed meanwhile are judged by what holds now.
      await forgetAccountsRead(worker.sync)
      await worker.poll()
      await worker.travel.run()
    },
    answer: (message: unknown) => answerCommand(handlers, message),
    /** The user is back at the computer: what waited for them is told. */
    tellHeld: () => notify(worker.db, [], worker.now()),
    noteUpdate: (from: string) => noteUpdate(worker.db, from, extensionVersion()),
    async pressed(notice: string, button: number): Promise<void> {
      await actOnNotice(worker.db, notice, button, worker.now())
      await worker.drain()
    },
    async nextUnread(): Promise<Route> {
      const id = await nextUnread(worker.db, await onScreen())
      return id === null ? { page: 'list', filter: 'unread' } : { page: 'conversation', id }
    },
  }
}
