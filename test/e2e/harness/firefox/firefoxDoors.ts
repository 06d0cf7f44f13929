import type { BrowserContext, Locator, Page } from 'playwright-core'
import type { Doors } from '../browserRun.ts'
import { waitUntil } from '../waitUntil.ts'
import type { ChromeScope } from './chromeScope.ts'
import type { FirefoxViews } from './firefoxViews.ts'

interface Parts {
  readonly chrome: ChromeScope
  readonly context: BrowserContext
  readonly probe: Page
  readonly views: FirefoxViews
}

/** Firefox's own menu, keys and address bar, used as by hand, on a page that is not the extension's. */
export function firefoxDoors({ chrome: scope, context, probe, views }: Parts): Doors {
  /** What the sidebar, which was closed, shows after some work on a page with that content. */
  async function shownAfter(content: string, work: (page: Page) => Promise<void>): Promise<Page> {
    await views.closeSidebar()
    const page = await context.newPage()
    await page.goto(`data:text/html,${encodeURIComponent(content)}`)
    await work(page)
    const panel = await views.panelPage()
    await page.close()
    return panel
  }

  async function choose(entry: string, on: Locator): Promise<void> {
    await on.click({ button: 'right' })
    const chosen = `(() => {
      for (const { document } of Services.wm.getEnumerator('navigator:browser')) {
        const menu = document.getElementById('contentAreaContextMenu')
        const item = menu.state === 'open' && menu.querySelector('[id$="-menuitem-_${entry}"]')
        if (item) return menu.activateItem(item), true
      }
      return false
    })()`
    await waitUntil(() => scope.evaluate<boolean>(chosen), { what: `"${entry}" in the menu` })
  }

  return {
    messageTo: (link) =>
      shownAfter(`<a href="${link}">Somebody</a>`, (page) => choose('message', page.getByRole('link'))),
    searchFor: (words) =>
      shownAfter(`<code>${words}</code>`, async (page) => {
        await page.locator('code').selectText()
        await choose('search', page.locator('code'))
      }),
    press: (command) =>
      shownAfter('', async () => {
        const all = await probe.evaluate(() => chrome.commands.getAll())
        const keys = all.find(({ name }) => name === command)?.shortcut?.split('+') ?? []
        await scope.evaluate(pressing(keys))
      }),
    async enterInAddressBar(text) {
      // Whatever takes the focus from it, such as a click before that is only now felt in the page, ends what was typed
      // for the extension. So it is entered in the same turn in which all is seen to be ready, or typed anew.
      const entered = `(async () => {
        const { ExtensionSearchHandler } = ChromeUtils.importESModule('resource://gre/modules/ExtensionSearchHandler.sys.mjs')
        const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser')
        gURLBar.search(${JSON.stringify(`li ${text}`)})
        const { searchString } = await gURLBar.lastQueryContextPromise
        const { heuristic, payload } = gURLBar.view.selectedResult ?? {}
        const isOurs = heuristic && payload.keyword === 'li' && payload.content === searchString
        if (!isOurs || !gURLBar.focused || !ExtensionSearchHandler.hasActiveInputSession()) return false
        gURLBar.handleCommand()
        return true
      })()`
      await waitUntil(() => scope.evaluate<boolean>(entered), {
        what: 'the address bar to hand the text to the extension',
      })
    },
  }
}

/** A driver's keys go to the page alone, past those of the browser. */
function pressing(keys: readonly string[]): string {
  return `{
    const window = Services.wm.getMostRecentWindow('navigator:browser')
    const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor)
    keyboard.beginInputTransactionForTests(window)
    const events = ${JSON.stringify(keys)}.map((key) => new window.KeyboardEvent('', { key, keyCode: KeyEvent['DOM_VK_' + key.toUpperCase()] }))
    for (const event of events) keyboard.keydown(event)
    for (const event of events.reverse()) keyboard.keyup(event)
    undefined
  }`
}
