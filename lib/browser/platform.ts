import browser from 'webextension-polyfill'
import type { Platform } from '../commands/Platform.ts'
import type { Route } from '../domain/panelRoute.ts'
import { alarmTime } from './alarms.ts'
import { endCalm } from './calmNotes.ts'
import { sendCommand } from './commands.ts'
import { forgetFirstScreen } from './firstScreen.ts'
import { hasHostAccess, requestHostAccess } from './hostAccess.ts'
import { extensionVersion } from './lifecycle.ts'
import { SILENCES_NOTICES } from './notifications.ts'
import { openOptions } from './optionsWish.ts'
import { createPageVault, offerKey } from './pageVault.ts'
import { onPanelWish, openPanel } from './panel.ts'
import { sayOpen, showing } from './presence.ts'
import { createTroubleWatch } from './storageTrouble.ts'
import { noteUseOfPage } from './use.ts'

/**
 * What a page needs of the browser. What clicks need to be ready, and what starts the worker, is asked for once the page
 * was painted, as each call and each other process that runs puts that off.
 * @param painted resolves after the first paint
 */
export function createPlatform(page: 'popup' | 'panel' | 'options', painted: Promise<void>): Platform {
  // Quick hands open the inbox before it is known of which window.
  let windowId: number | Promise<number> = painted.then(async () => {
    const { id = -1 } = await browser.windows.getCurrent()
    windowId = id
    return id
  })
  let isPopup = false
  void painted.then(() => {
    // Opened in a tab, the popup page is a page like any other and stays.
    void browser.tabs.getCurrent().then((tab) => {
      isPopup = page === 'popup' && tab === undefined
    })
    noteUseOfPage()
    void sayWhatMayBeWritten().catch(() => undefined)
  })
  return {
    command: (command, request) => painted.then(() => sendCommand(command, request)),
    offerKey,
    vault: createPageVault(painted),
    trouble: createTroubleWatch(painted),
    openInbox(id, at) {
      const route: Route =
        id === null
          ? { page: 'list' }
          : { page: 'conversation', id, ...(at === 'reply' ? { reply: true } : {}) }
      void openPanel(windowId, route).then(() => {
        if (isPopup) window.close()
      })
    },
    openOptions(section) {
      void openOptions(section).then(() => {
        if (isPopup) window.close()
      })
    },
    forgetFirstScreen: () => void forgetFirstScreen().catch(() => undefined),
    onWish: onPanelWish,
    showing,
    copyText: (text) => navigator.clipboard.writeText(text),
    saveFile,
    requestHostAccess,
    hasHostAccess: () => painted.then(hasHostAccess),
    nextPollAt: () => alarmTime('poll'),
    version: extensionVersion(),
    silencesNotices: SILENCES_NOTICES,
  }
}

/** Nobody writes before the first paint. Taken away once more when it is known that a page is open: a poll may be ending. */
async function sayWhatMayBeWritten(): Promise<void> {
  await Promise.all([endCalm(), sayOpen()])
  await endCalm()
}

function saveFile(name: string, type: string, content: string | Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has its own hold on the content once the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
