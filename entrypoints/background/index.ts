import { defineBackground } from 'wxt/utils/define-background'
import { routeOfNotice } from '../../lib/attention/notices.ts'
import { onAlarm } from '../../lib/browser/alarms.ts'
import { endCalm } from '../../lib/browser/calmNotes.ts'
import { onCommand } from '../../lib/browser/commands.ts'
import { onReturn } from '../../lib/browser/idle.ts'
import { onOnline, onStart, onUpdated } from '../../lib/browser/lifecycle.ts'
import { onManaged } from '../../lib/browser/managed.ts'
import { onNoticeButton, onNoticeClicked, withdrawNotice } from '../../lib/browser/notifications.ts'
import { onOmnibox } from '../../lib/browser/omnibox.ts'
import { showWithoutClick } from '../../lib/browser/panel.ts'
import { onSynced } from '../../lib/browser/syncedStorage.ts'
import { openDoors } from './doors.ts'
import { createLine } from './line.ts'
import { installWhole, loadWhole } from './loadWhole.ts'
import { takeGlance } from './takeGlance.ts'
import type { Whole } from './whole.ts'

const SOON_MS = 1_000

// Every listener is registered before anything is awaited: one added later would miss the event that woke the worker.
export default defineBackground(() => {
  const line = createLine()
  let whole: Promise<Whole> | undefined
  let glances = 0
  const load = () => {
    whole ??= loadWhole(line)
    return whole
  }
  /** For whatever may write, or have been written: no glance tells of that. */
  const awake = () => {
    void endCalm().catch(() => undefined)
    return load()
  }
  // What fails here is in the accounts' health or comes again with the next alarm.
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined)
  const wake = () => quietly(awake().then(({ poll }) => poll()))
  async function poll(): Promise<void> {
    glances++
    // What is loaded may be at work, and polls for little more.
    const answers = whole ? undefined : await takeGlance(line).catch(() => undefined)
    if (answers !== null) await (await load()).poll(answers)
  }

  installWhole()
  onCommand(async (message) => (await awake()).answer(message))
  const travel = () => quietly(awake().then((worker) => worker.travel()))
  onAlarm((name) => {
    if (name === 'travel') travel()
    else quietly(name === 'poll' ? poll() : awake().then(({ drain }) => drain()))
  })
  onSynced(travel)
  onManaged(() => quietly(awake().then(({ obey }) => obey())))
  onStart(wake)
  // What was changed before the browser closed may not have gone out yet.
  onStart(travel)
  onUpdated((from) => quietly(awake().then(({ noteUpdate }) => noteUpdate(from))))
  onOnline(wake)
  onReturn(() => {
    wake()
    quietly(awake().then(({ tellHeld }) => tellHeld()))
  })
  onNoticeClicked((id) => {
    quietly(showWithoutClick(routeOfNotice(id)))
    quietly(withdrawNotice(id))
  })
  onNoticeButton((id, button) => quietly(awake().then(({ pressed }) => pressed(id, button))))
  onOmnibox((query) => quietly(showWithoutClick({ page: 'search', query })))
  openDoors(() => awake().then(({ nextUnread }) => nextUnread()), quietly)
  // Woken by none of these, it sees to it that all is as it should be.
  setTimeout(() => {
    if (glances === 0) quietly(load())
  }, SOON_MS)
})
