import { defineBackground } from 'wxt/utils/define-background'
import { actOnNotice } from '../../lib/attention/noticeActions.ts'
import { routeOfNotice } from '../../lib/attention/notices.ts'
import { notify } from '../../lib/attention/notify.ts'
import { onAlarm } from '../../lib/browser/alarms.ts'
import { onCommand } from '../../lib/browser/commands.ts'
import { onReturn } from '../../lib/browser/idle.ts'
import { restrictStorage } from '../../lib/browser/keyStorage.ts'
import { onOnline, onStart } from '../../lib/browser/lifecycle.ts'
import { onNoticeButton, onNoticeClicked, withdrawNotice } from '../../lib/browser/notifications.ts'
import { onOmnibox } from '../../lib/browser/omnibox.ts'
import { showWithoutClick } from '../../lib/browser/panel.ts'
import { answerCommand } from '../../lib/commands/answerCommand.ts'
import { announceStore } from '../../lib/store/announce.ts'
import { openDoors } from './doors.ts'
import { createHandlers } from './handlers.ts'
import { createWorker } from './worker.ts'

// Every listener is registered before anything is awaited: one added later would miss the event that woke the worker.
export default defineBackground(() => {
  const worker = createWorker()
  const handlers = createHandlers(worker)
  // What fails here is in the accounts' health or comes again with the next alarm.
  const quietly = (work: Promise<void>) => void work.catch(() => undefined)
  const wake = () => quietly(worker.runner.poll())
  onCommand((message) => answerCommand(handlers, message))
  onAlarm((name) => (name === 'poll' ? wake() : quietly(worker.drain())))
  onStart(wake)
  onOnline(wake)
  onReturn(() => {
    wake()
    quietly(notify(worker.db, [], worker.now()))
  })
  onNoticeClicked((id) => {
    quietly(showWithoutClick(routeOfNotice(id)))
    quietly(withdrawNotice(id))
  })
  onNoticeButton((id, button) => quietly(actOnNotice(worker.db, id, button, worker.now()).then(worker.drain)))
  onOmnibox((query) => quietly(showWithoutClick({ page: 'search', query })))
  openDoors(worker.db, quietly)
  announceStore()
  quietly(restrictStorage())
  worker.db.connection.onReopened(() => quietly(worker.begin()))
  quietly(worker.begin())
  // While no worker ran, what the badge says may have become older than it should be.
  worker.refreshSoon()
})
