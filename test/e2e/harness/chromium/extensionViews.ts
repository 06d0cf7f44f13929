import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Problems } from '../problems.ts'
import { waitUntil } from '../waitUntil.ts'

interface Parts {
  readonly userDataDir: string
  readonly probe: Page
  readonly problems: Problems
}

/** The views of an extension that are not tabs. */
export type ViewType = 'SIDE_PANEL' | 'POPUP'

/**
 * The real side panel and the real toolbar popup, as pages.
 *
 * Both exist in headless mode too and are targets of type "page", but the browser does not announce them to a
 * debugger that is already attached: `context.pages()` never shows them. A debugger that connects later is given
 * them like any tab. So each look at a view opens a second connection, which is also why the browser is started
 * with a debugging port beside Playwright's pipe. The page is good until the next look or the end of the run.
 */
export class ExtensionViews {
  readonly #parts: Parts
  #connection: Browser | undefined
  #offline = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Waits for a view of that type and returns its page. */
  async page(type: ViewType): Promise<Page> {
    await waitUntil(() => this.isOpen(type), { what: `a ${type} of the extension to open` })
    const page = await waitUntil(() => this.#look(type), { what: `the page of the ${type}`, interval: 100 })
    await page.waitForLoadState()
    await this.#parts.problems.watchPage(page)
    return page
  }

  /** Whether the extension has a view of that type. */
  isOpen(type: ViewType): Promise<boolean> {
    return this.#parts.probe.evaluate(async (contextType) => {
      const contexts = await chrome.runtime.getContexts({
        contextTypes: [contextType as chrome.runtime.ContextType],
      })
      return contexts.length > 0
    }, type)
  }

  /** The views hang on another connection than the tabs, and being offline is said to each. */
  async setOffline(offline: boolean): Promise<void> {
    this.#offline = offline
    await this.#connection?.contexts()[0]?.setOffline(offline)
  }

  /** Lets go of the browser without closing it. */
  async close(): Promise<void> {
    await this.#connection?.close()
    this.#connection = undefined
  }

  async #look(type: ViewType): Promise<Page | undefined> {
    await this.close()
    const file = await readFile(join(this.#parts.userDataDir, 'DevToolsActivePort'), 'utf8')
    const port = file.split('\n')[0]
    this.#connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const context = this.#connection.contexts()[0]
    if (this.#offline) await context?.setOffline(true)
    // Not `origin`: Node knows none for the extension scheme.
    const { protocol, host } = new URL(this.#parts.probe.url())
    for (const page of context?.pages() ?? []) {
      if (page.url().startsWith(`${protocol}//${host}/`) && (await viewType(page)) === type) return page
    }
    return undefined
  }
}

function viewType(page: Page): Promise<ViewType | 'TAB'> {
  return page.evaluate(async () => {
    if (await chrome.tabs.getCurrent()) return 'TAB'
    return chrome.extension.getViews({ type: 'popup' }).includes(window) ? 'POPUP' : 'SIDE_PANEL'
  })
}
