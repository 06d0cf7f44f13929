import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core'
import type { Background } from '../browserRun.ts'
import type { Problems } from '../problems.ts'
import { waitUntil, withDeadline } from '../waitUntil.ts'
import { WorkerLog } from './workerLog.ts'

interface Parts {
  readonly context: BrowserContext
  readonly probe: Page
  readonly debug: CDPSession
  readonly extensionId: string
  readonly problems: Problems
}

type RunningStatus = 'stopped' | 'starting' | 'running' | 'stopping'

/**
 * The life of the extension's service worker. Chromium tells each change of state over the `ServiceWorker` domain;
 * Playwright does not: it goes on listing a stopped worker, and evaluating in it hangs until it runs again.
 * While a debugger is attached the worker never idles out by itself, so tests have to stop it.
 */
export class WorkerControl implements Background {
  #status: RunningStatus = 'stopped'
  #starts = 0
  #stops = 0
  readonly #parts: Parts
  readonly #session: CDPSession
  readonly #log: WorkerLog

  private constructor(parts: Parts, session: CDPSession) {
    this.#parts = parts
    this.#session = session
    this.#log = new WorkerLog(parts.debug, parts.problems)
  }

  /** Starts watching the worker. */
  static async attach(parts: Parts): Promise<WorkerControl> {
    const session = await parts.context.newCDPSession(parts.probe)
    const control = new WorkerControl(parts, session)
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const version of versions) {
        if (version.status !== 'redundant' && version.scriptURL.includes(parts.extensionId)) {
          control.#moved(version.runningStatus as RunningStatus)
        }
      }
    })
    await session.send('ServiceWorker.enable')
    await control.wake()
    return control
  }

  /** How often the worker was seen running, and stopped, since the browser started. */
  get lives(): { readonly starts: number; readonly stops: number; readonly running: boolean } {
    return { starts: this.#starts, stops: this.#stops, running: this.#status === 'running' }
  }

  /** Stops the worker as the browser does under pressure, and waits until it has really stopped. */
  async stop(): Promise<void> {
    if (this.#status === 'stopped') return
    const before = this.#stops
    await this.#session.send('ServiceWorker.stopAllWorkers')
    // Counted rather than looked at: an event may have woken it again already.
    await waitUntil(() => this.#stops > before, { what: 'the worker to stop' })
  }

  /** Starts the worker if it does not run, without any event of the extension. */
  async wake(): Promise<Worker> {
    const scopeURL = `chrome-extension://${this.#parts.extensionId}/`
    await waitUntil(
      async () => {
        if (this.#status === 'stopped') await this.#session.send('ServiceWorker.startWorker', { scopeURL })
        return this.#status === 'running'
      },
      { what: 'the worker to run' },
    )
    await this.#log.attach(scopeURL)
    // After an update, the one before may still be in the list.
    const newest = () => this.#parts.context.serviceWorkers().findLast((w) => w.url().startsWith(scopeURL))
    return waitUntil(newest, { what: 'the worker to be listed' })
  }

  /** Evaluates in the worker, waking it first. */
  async evaluate<Result, Arg>(work: (arg: Arg) => Result | Promise<Result>, arg: Arg): Promise<Result> {
    const worker = await this.wake()
    const evaluation = worker.evaluate(work as (arg: unknown) => Result | Promise<Result>, arg as unknown)
    return (await withDeadline(evaluation, 10_000, 'the service worker')) as Result
  }

  #moved(status: RunningStatus): void {
    if (status === this.#status) return
    this.#status = status
    if (status === 'running') this.#starts++
    if (status === 'stopped') this.#stops++
  }
}
