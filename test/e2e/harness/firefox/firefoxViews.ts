import type { BrowserContext, Page } from 'playwright-core'
import { waitUntil } from '../waitUntil.ts'
import type { ChromeScope } from './chromeScope.ts'

/**
 * What Firefox shows outside of tabs. Its own notifications are real and are really clicked. Sidebar and popup can be
 * opened and looked for, but not driven from outside, so their pages are shown in tabs: the same files, the same addresses.
 */
export class FirefoxViews {
  readonly #chrome: ChromeScope
  readonly #context: BrowserContext
  readonly #probe: Page
  readonly #origin: string

  constructor(chrome: ChromeScope, context: BrowserContext, probe: Page, origin: string) {
    this.#chrome = chrome
    this.#probe = probe
    this.#context = context
    this.#origin = origin
  }

  sidebarIsOpen(): Promise<boolean> {
    return this.#chrome.evaluate(`[...Services.wm.getEnumerator('navigator:browser')]
      .some(({ SidebarController: bar }) => bar.isOpen && bar.currentID.endsWith('-sidebar-action'))`)
  }

  closeSidebar(): Promise<undefined> {
    return this.#chrome.evaluate(`{
      for (const { SidebarController: bar } of Services.wm.getEnumerator('navigator:browser')) bar.hide()
      undefined
    }`)
  }

  async openPopup(): Promise<Page> {
    const page = await this.#context.newPage()
    await page.setViewportSize({ width: 360, height: 600 })
    await page.goto(`${this.#origin}popup.html`)
    return page
  }

  /**
   * Waits until the sidebar has gone where it was asked to, and opens what it shows in a tab. Firefox refuses the sidebar
   * to keys that were quicker than what hears them; then it is the window that opens in its place.
   */
  async panelPage(): Promise<Page> {
    const shown = await waitUntil(
      async () => {
        const instead = await this.#windowInstead()
        if (instead) return instead
        const now = await this.#sidebarAddress()
        return now.includes('#') ? now : ''
      },
      { what: 'the sidebar to show what it was asked for' },
    )
    if (typeof shown !== 'string') return shown
    const page = await this.#context.newPage()
    await page.setViewportSize({ width: 400, height: 720 })
    await page.goto(shown)
    return page
  }

  /** Clicks the notification's window, or one of its buttons. */
  async clickNotification(id: string, button?: number): Promise<void> {
    const title = await this.#probe.evaluate(async (wanted) => {
      // Firefox tells what each says; Chromium, whose types these are, only that it is there.
      const shown: Record<string, unknown> = await chrome.notifications.getAll()
      return (shown[wanted] as { title: string } | undefined)?.title
    }, id)
    if (title === undefined) throw new Error(`No notification "${id}"`)
    if (button !== undefined) throw new Error('Firefox has no buttons on the notifications of extensions')
    const clicked = `(() => {
      for (const { document } of Services.wm.getEnumerator('alert:alert'))
        if (document.getElementById('alertTitleLabel').value === ${JSON.stringify(title)})
          return document.getElementById('alertBox').click(), true
      return false
    })()`
    await waitUntil(() => this.#chrome.evaluate<boolean>(clicked), { what: `the notification "${title}"` })
  }

  async #windowInstead(): Promise<Page | undefined> {
    const addresses = await this.#probe.evaluate(async () => {
      const windows = await chrome.windows.getAll({ windowTypes: ['popup'] })
      const views = windows.flatMap(({ id = -1 }) => chrome.extension.getViews({ windowId: id }))
      return views.map(({ location }) => location.href)
    })
    return this.#context.pages().find((page) => addresses.includes(page.url()))
  }

  /** Where the sidebar is; empty where there is none. */
  #sidebarAddress(): Promise<string> {
    return this.#probe.evaluate(() => {
      const views = chrome.extension.getViews({ type: 'sidebar' as 'tab' })
      return views[0]?.location.href ?? ''
    })
  }
}
