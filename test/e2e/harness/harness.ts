import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import type { BrowserRun, Doors, HostAccess } from './browserRun.ts'
import type { NotificationLog, ShownNotification } from './notificationLog.ts'
import { fireAlarm, readAlarms, readBadge, readNotifications } from './probe.ts'
import type { Problem, Problems } from './problems.ts'
import { dumpStorage, type StorageDump } from './storageDump.ts'

interface Parts {
  readonly start: () => Promise<BrowserRun>
  readonly problems: Problems
  readonly notificationLog: NotificationLog
  readonly listeners: Set<(text: string) => void>
  readonly removeProfile: () => Promise<void>
}

/** How a page is shown. */
export interface PageOptions {
  readonly width?: number
  readonly height?: number
  readonly colorScheme?: 'light' | 'dark'
}

/** A browser with the extension in it: everything an end-to-end test does to either. */
export class Harness {
  readonly #parts: Parts
  #run: BrowserRun

  constructor(parts: Parts, run: BrowserRun) {
    this.#parts = parts
    this.#run = run
  }

  get context(): BrowserContext {
    return this.#run.context
  }

  /** A tab on a plain file of the extension: all of its browser APIs, none of its code, no worker woken. */
  get probe(): Page {
    return this.#run.probe
  }

  /** Address of a page of the extension, such as `sidepanel.html#/search?q=hello`. */
  url(path: string): string {
    return this.#run.origin + path
  }

  /** Opens a page of the extension in a tab of its own. */
  async openPage(path: string, options: PageOptions = {}): Promise<Page> {
    const page = await this.context.newPage()
    const { width = 400, height = 720, colorScheme = 'light' } = options
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme })
    await page.goto(this.url(path))
    return page
  }

  /** The real side panel, once something has opened it. The page is good until the next such look. */
  sidePanelPage(): Promise<Page> {
    return this.#run.panelPage()
  }

  sidePanelIsOpen(): Promise<boolean> {
    return this.#run.panelIsOpen()
  }

  /** Opens the real popup under the toolbar button. It closes when another window or tab takes the focus. */
  openPopup(): Promise<Page> {
    return this.#run.openPopup()
  }

  /** Evaluates in the service worker, waking it if need be. */
  inWorker<Result, Arg = undefined>(
    work: (arg: Arg) => Result | Promise<Result>,
    ...[arg]: Arg extends undefined ? [] : [Arg]
  ): Promise<Result> {
    return this.#run.worker.evaluate(work, arg as Arg)
  }

  /** Stops the service worker in the middle of whatever it does; returns when it has stopped. */
  stopWorker(): Promise<void> {
    return this.#run.worker.stop()
  }

  async wakeWorker(): Promise<void> {
    await this.#run.worker.wake()
  }

  /** How often the worker started and stopped in this run of the browser, and whether it runs now. */
  workerLives(): { readonly starts: number; readonly stops: number; readonly running: boolean } {
    return this.#run.worker.lives
  }

  badge(): Promise<string> {
    return readBadge(this.probe)
  }

  /** Ids of the notifications on show. */
  notifications(): Promise<string[]> {
    return readNotifications(this.probe)
  }

  /** From now on `shownNotifications()` grows with each notification; say it again after a worker's restart. */
  listenToNotifications(): Promise<void> {
    return this.#parts.notificationLog.listen(this.#run.worker)
  }

  /** All notifications shown while listening, repeated ones too. */
  shownNotifications(): readonly ShownNotification[] {
    return this.#parts.notificationLog.shown
  }

  /** Clicks a notification. It comes without the user gesture that a real click may carry. */
  clickNotification(id: string): Promise<void> {
    return this.#run.clickNotification(id)
  }

  /** Presses a button of a notification, counted from 0. */
  pressNotificationButton(id: string, button: number): Promise<void> {
    return this.#run.clickNotification(id, button)
  }

  /** Menu, keys and address bar of the browser. */
  get doors(): Doors {
    return this.#run.doors
  }

  /** What a page saves in the course of some work: the file's name and text. */
  async savedBy(page: Page, work: () => Promise<void>): Promise<{ name: string; text: string }> {
    const { name, path } = await this.#run.savedBy(page, work)
    return { name, text: await readFile(path, 'utf8') }
  }

  /** The user's say on whether the extension may reach the API; for stories that `can('takeAccessBack')`. */
  get access(): HostAccess {
    const { access } = this.#run
    if (!access) throw new Error('This browser lets no test at what the extension may reach')
    return access
  }

  storageDump(): Promise<StorageDump> {
    return dumpStorage(this.probe)
  }

  alarms(): Promise<chrome.alarms.Alarm[]> {
    return readAlarms(this.probe)
  }

  /** Makes a set alarm go off now, for real: a stopped worker is woken by it. */
  fireAlarm(name: string): Promise<void> {
    return fireAlarm(this.probe, name)
  }

  /** Takes the network from pages and worker alike, or gives it back. Lasts over restarts of the worker. */
  offline(offline: boolean): Promise<void> {
    return this.#run.setOffline(offline)
  }

  /** Calls back with whatever any console is told from now on, over restarts of worker and browser. */
  listenToConsoles(heard: (text: string) => void): void {
    this.#parts.listeners.add(heard)
  }

  /** Uncaught errors, console errors and policy violations so far, over restarts; `network` adds failed requests. */
  problems(options: { network?: boolean } = {}): Problem[] {
    return this.#parts.problems.list(options)
  }

  clearProblems(): void {
    this.#parts.problems.clear()
  }

  /** Quits the browser and starts it again on the same profile. All pages of before are gone. */
  async relaunch(): Promise<void> {
    await this.#run.quit()
    this.#run = await this.#parts.start()
  }

  /** Starts the browser anew with that decided by administrators, or nothing. All pages of before are gone. */
  async relaunchUnder(policy: Readonly<Record<string, unknown>> | null): Promise<void> {
    if (!this.#run.writePolicy) throw new Error('This browser reads no policies as it starts')
    await this.#run.quit()
    // Not before: a background that starts meanwhile may read it.
    await this.#run.writePolicy(policy)
    this.#run = await this.#parts.start()
  }

  /** Puts something else into the folder of the extension and has the browser update to it. All pages of before are gone. */
  async update(put: () => Promise<void>): Promise<void> {
    this.#run = await this.#run.update(put)
  }

  /** Quits the browser and removes the temporary profile. */
  async close(): Promise<void> {
    try {
      await this.#run.quit()
    } finally {
      await this.#parts.removeProfile()
    }
  }
}
