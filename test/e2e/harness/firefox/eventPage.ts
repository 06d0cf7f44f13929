import type { Page } from 'playwright-core'
import type { Background } from '../browserRun.ts'
import { withDeadline } from '../waitUntil.ts'
import type { ChromeScope } from './chromeScope.ts'

/** The life of the extension's event page. */
export class EventPage implements Background {
  readonly #chrome: ChromeScope
  readonly #probe: Page
  readonly #extension: string
  #starts = 1
  #stops = 0
  #running = true

  constructor(chrome: ChromeScope, probe: Page, extensionId: string) {
    this.#chrome = chrome
    this.#probe = probe
    this.#extension = `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension`
  }

  /** As far as this harness started and stopped it; nothing tells of an alarm that did. */
  get lives(): { readonly starts: number; readonly stops: number; readonly running: boolean } {
    return { starts: this.#starts, stops: this.#stops, running: this.#running }
  }

  async stop(): Promise<void> {
    await this.#chrome.evaluate(`${this.#extension}.terminateBackground({ ignoreDevToolsAttached: true })`)
    this.#running = false
    this.#stops++
  }

  async wake(): Promise<void> {
    await this.#chrome.evaluate(`${this.#extension}.wakeupBackground()`)
    if (!this.#running) this.#starts++
    this.#running = true
  }

  /** Evaluates in the probe, with what the event page has in place of the probe's: nothing can be evaluated in itself. */
  async evaluate<Result, Arg>(work: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result> {
    await this.wake()
    const expression = `(async () => {
      const { browser: chrome, IDBFactory } = await globalThis.browser.runtime.getBackgroundPage()
      return (${work.toString()})(${arg === undefined ? 'undefined' : JSON.stringify(arg)})
    })()`
    return withDeadline(this.#probe.evaluate<Result>(expression), 10_000, 'the event page')
  }
}
