import { ApiError } from '../../lib/api/ApiError.ts'
import { forgetFirstScreen } from '../../lib/browser/firstScreen.ts'
import { acceptKey, forgetKey, mayTryOffered, rejectKey } from '../../lib/browser/keyChange.ts'
import { withLock } from '../../lib/browser/locks.ts'
import { forgetMemosBut } from '../../lib/browser/memo.ts'
import { standingNotices, withdrawNotice } from '../../lib/browser/notifications.ts'
import { forgetSample } from '../../lib/browser/sample.ts'
import { isSampleOpen } from '../../lib/browser/vault.ts'
import type { Handlers } from '../../lib/commands/answerCommand.ts'
import { clearAllTables, clearCacheTables } from '../../lib/store/commits/clear.ts'
import { connect } from '../../lib/sync/connect.ts'
import { SYNC_LOCK } from '../../lib/sync/locks.ts'
import { forgetAccountsRead } from '../../lib/sync/refreshAccounts.ts'
import { clearFull, forgetTrouble } from '../../lib/sync/storageTrouble.ts'
import { BUDGET_MEMO } from './line.ts'
import type { Worker } from './worker.ts'

type ConnectionHandlers = Pick<Handlers, 'connect' | 'clearCache' | 'deleteEverything' | 'leaveSample'>

/** The commands that begin, renew and end the connection with the API. */
export function connectionHandlers(worker: Worker): ConnectionHandlers {
  const { db, sync, trial, runner, schedule, refreshed } = worker
  // What is shown outside the pages must not wait for the import.
  const importAnew = () => void Promise.all([refreshed(), runner.poll()]).catch(() => undefined)
  async function deleteEverything() {
    await worker.travel.leave()
    // Without the key a running sync ends at its next request; then nothing can write behind our back.
    await Promise.all([forgetKey(), forgetFirstScreen()])
    await forgetSample()
    await withLock(SYNC_LOCK, () => clearAllTables(db))
    // That is not the user's to delete. Whoever connects next waits for it.
    void worker.obeying.anew()
    await Promise.all((await standingNotices()).map(withdrawNotice))
    await forgetTrouble(sync)
    await Promise.all([schedule.bookPoll(), refreshed()])
    return {}
  }
  return {
    async connect() {
      try {
        await worker.obeying.holds()
        if (!(await mayTryOffered())) throw new ApiError({ kind: 'keyRejected', notDelivered: true })
        const alone = <T>(work: () => Promise<T>) => withLock(SYNC_LOCK, work)
        const accounts = await connect(trial, { keep: acceptKey, alone })
        importAnew()
        return { accounts }
      } catch (error) {
        await rejectKey()
        throw error
      }
    },
    async clearCache() {
      await withLock(SYNC_LOCK, () => clearCacheTables(db))
      await forgetAccountsRead(sync)
      await clearFull(sync)
      importAnew()
      return {}
    },
    deleteEverything,
    async leaveSample() {
      // What is of a real account must not go because a page was late to learn that the sample is gone.
      if (!(await isSampleOpen())) return {}
      await forgetKey()
      // Before the tables: once they are empty, a page may offer a key.
      await withLock(SYNC_LOCK, () => forgetMemosBut([BUDGET_MEMO]))
      return deleteEverything()
    },
  }
}
