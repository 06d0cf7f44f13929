import type { ChromeScope } from './chromeScope.ts'

/**
 * Has notifications leave the focus to the page that has it, as on any desktop. Where nobody looks, Firefox takes the
 * window of each for one that was just opened by hand, and no page would be read any more.
 */
export function leaveFocusToPages(chrome: ChromeScope): Promise<undefined> {
  return chrome.evaluate(`{
    Services.ww.registerNotification((opened, topic) => {
      if (topic !== 'domwindowopened') return
      const before = Services.focus.activeWindow
      opened.addEventListener('activate', () => {
        if (opened.location.href.endsWith('/alert.xhtml')) before?.focus()
      })
    })
    undefined
  }`)
}
