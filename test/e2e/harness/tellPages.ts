import type { Page } from 'playwright-core'
import type { Harness } from './harness.ts'

/** A page that no longer answers must not keep its test from ending (ms). */
const PATIENCE = 3_000
/** Of one page (characters): enough for what is on the screen, not for a whole history. */
const LONGEST = 4_000

/** What the open pages show, in words: for a test that failed where nobody can look. */
export async function tellPages({ context, probe }: Harness): Promise<string> {
  const pages = context.pages().filter((page) => page !== probe)
  const told = await Promise.all(pages.map(tellPage))
  return `The open pages when it failed:\n${told.join('\n')}`
}

async function tellPage(page: Page): Promise<string> {
  const [snapshot, focus] = await Promise.all([
    page.locator('body').ariaSnapshot({ timeout: PATIENCE }),
    atMost(
      PATIENCE,
      page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)),
    ),
  ]).catch((error: unknown) => [`cannot be asked: ${String(error)}`, ''])
  return `${page.url()}\nfocus: ${focus}\n${snapshot?.slice(0, LONGEST)}`
}

function atMost<Result>(ms: number, work: Promise<Result>): Promise<Result> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('no answer')), ms).unref()
  })
  return Promise.race([work, late])
}
