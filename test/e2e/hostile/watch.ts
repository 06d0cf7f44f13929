import type { BrowserContext, Page } from 'playwright-core'
import type { Harness } from '../harness/harness.ts'

/** Notes whatever hostile content must never bring about. */
export interface Watch {
  /** Everything that happened and must not have, in words. */
  happened(): string[]
}

/** Watches all pages and the worker from now on; texts of the corpus call `canary()` where they are run. */
export async function watchFor(harness: Harness, apiBase: string): Promise<Watch> {
  const { context } = harness
  const seen: string[] = []
  const own = harness.url('')
  const isOwn = (url: string) =>
    url.startsWith(own) || url.startsWith('data:') || url.startsWith(`blob:${own}`)
  await context.addInitScript(() => {
    Object.assign(globalThis, {
      canary() {
        console.error('a script of a message ran')
      },
    })
  })
  context.on('dialog', (dialog) => {
    seen.push(`a dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    const url = request.url()
    const byWorker = request.serviceWorker() !== null
    if (isOwn(url) || (byWorker && url.startsWith(`${apiBase}/`))) return
    seen.push(`${byWorker ? 'the worker' : 'a page'} asked for ${url.slice(0, 200)}`)
  })
  const watchPage = (page: Page) => {
    page.on('framenavigated', (frame) => {
      if (!isOwn(frame.url()) && frame.url() !== 'about:blank') seen.push(`a page went to ${frame.url()}`)
    })
    page.on('popup', () => seen.push('a page opened another one'))
    page.on('download', (download) => {
      if (!/^parley[ -][\d-]+\.json$/.test(download.suggestedFilename())) seen.push('a page saved a file')
    })
    page.on('crash', () => seen.push('a page crashed'))
  }
  watchAll(context, watchPage)
  return {
    happened: () => [
      ...seen,
      ...harness.problems({ network: true }).map(({ where, kind, text }) => `${where} ${kind}: ${text}`),
    ],
  }
}

function watchAll(context: BrowserContext, watchPage: (page: Page) => void): void {
  for (const page of context.pages()) watchPage(page)
  context.on('page', watchPage)
}
