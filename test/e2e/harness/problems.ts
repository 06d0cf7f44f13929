import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core'

/** What went wrong: an uncaught error, an error on the console, a policy violation, or a failed request. */
export type ProblemKind = 'exception' | 'console' | 'policy' | 'network'

/** Something a page or the worker complained about. */
export interface Problem {
  /** The page's path in the extension, or `worker`. */
  readonly where: string
  readonly kind: ProblemKind
  readonly text: string
}

/** Collects what pages and workers complain about, over all runs of the browser in one test. */
export class Problems {
  readonly #found = new Map<string, Problem>()
  readonly #ignored = new WeakSet<Page>()

  /** Everything found. Failed requests are left out unless asked for: tests make them happen on purpose. */
  list(options: { network?: boolean } = {}): Problem[] {
    return [...this.#found.values()].filter(({ kind }) => kind !== 'network' || options.network)
  }

  /** Forgets what was found, for a test that provoked it. */
  clear(): void {
    this.#found.clear()
  }

  /** Notes one; the same complaint from the same place counts once. */
  add(where: string, kind: ProblemKind, text: string): void {
    const actual = /Content.Security.Policy/.test(text) ? 'policy' : kind
    this.#found.set(`${where} ${actual} ${text}`, { where, kind: actual, text })
  }

  /** Notes what was complained of at an address of the extension. */
  addAt(address: string, kind: ProblemKind, text: string): void {
    this.add(address === '' ? 'a page that is gone' : placeAt(address), kind, text)
  }

  /** Leaves out a page that is the harness's own. */
  ignorePage(page: Page): void {
    this.#ignored.add(page)
  }

  /** Watches all pages and workers of a browser context. */
  watchContext(context: BrowserContext): void {
    context.on('console', (message) => this.#heard(message))
    context.on('weberror', (error) => this.#threw(error.page(), error.error()))
  }

  /** Watches one page of another connection, including what it said before anybody listened. */
  async watchPage(page: Page): Promise<void> {
    page.on('console', (message) => this.#heard(message))
    page.on('pageerror', (error) => this.#threw(page, error))
    for (const message of await page.consoleMessages()) this.#heard(message)
    for (const error of await page.pageErrors()) this.#threw(page, error)
  }

  #heard(message: ConsoleMessage): void {
    const page = message.page()
    if (message.type() !== 'error' || (page && this.#ignored.has(page))) return
    const kind = message.text().startsWith('Failed to load resource') ? 'network' : 'console'
    this.add(place(page), kind, message.text())
  }

  #threw(page: Page | null, error: Error): void {
    if (!page || !this.#ignored.has(page)) this.add(place(page), 'exception', error.stack ?? error.message)
  }
}

function place(page: Page | null): string {
  return page ? placeAt(page.url()) : 'worker'
}

/** The path of an address; Firefox calls the page in which the background runs so. */
function placeAt(address: string): string {
  const url = new URL(address)
  if (url.pathname === '/_generated_background_page.html') return 'worker'
  return url.pathname.slice(1) + url.hash
}
