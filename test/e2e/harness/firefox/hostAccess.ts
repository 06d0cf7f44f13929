import type { HostAccess } from '../browserRun.ts'
import { waitUntil } from '../waitUntil.ts'
import type { ChromeScope } from './chromeScope.ts'

/** What the user lets the extension reach, changed as the page of add-ons and the browser's question do. */
export function hostAccessOf(chrome: ChromeScope, extensionId: string): HostAccess {
  const id = JSON.stringify(extensionId)
  return {
    takeBack: () =>
      chrome.evaluate<undefined>(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs')
        const { extension } = WebExtensionPolicy.getByID(${id})
        const origins = extension.allowedOrigins.patterns.map(({ pattern }) => pattern)
        await ExtensionPermissions.remove(${id}, { permissions: [], origins }, extension)
      })()`),
    async allow() {
      const answered = `(() => {
        const panels = [...Services.wm.getEnumerator('navigator:browser')].map(({ PopupNotifications }) => PopupNotifications.panel)
        const panel = panels.find((one) => one.state === 'open')
        panel?.firstElementChild?.button.click()
        return panel !== undefined
      })()`
      await waitUntil(() => chrome.evaluate<boolean>(answered), { what: 'the browser to ask' })
      // The first clicks after it appeared do not count, lest somebody was typing.
      await waitUntil(async () => !(await chrome.evaluate<boolean>(answered)), {
        what: 'the answer to count',
        interval: 200,
      })
    },
  }
}
