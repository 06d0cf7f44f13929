import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { ROOT } from '../../e2e/harness/build.ts'
import { launchExtension } from '../../e2e/harness/launch.ts'
import { waitUntil } from '../../e2e/harness/waitUntil.ts'
import { seed } from './seed.ts'
import { makeTexts } from './texts.ts'
import { heapsOf } from './workerHeap.ts'

/*
 * What searching costs in the built extension: `npm run build && npx tsx test/bench/search/main.ts [messages]`.
 * From the key pressed to the results on screen; the floor is a lower-case scan of the same texts in memory.
 */
const QUERIES = [
  'meeting',
  'next week',
  'zubaer',
  'munchen',
  '我們',
  '"happy to"',
  'weber role zuer',
  'e',
  'qqqqq',
]
const FIRSTS = ['zubaer', 'meeting', 'qqqqq', 'next week', '我們']

const count = Number(process.argv[2] ?? 200_000)
const extensionDir = `${ROOT}/.output/chrome-mv3`
if (!existsSync(extensionDir)) throw new Error('Build first: npm run build')
const harness = await launchExtension({ extensionDir })
try {
  const page = await harness.openPage('sidepanel.html')
  // The database is there once the page has looked into it.
  await page.getByRole('textbox', { name: 'API key' }).waitFor()
  let from = performance.now()
  await seed(page, count)
  say('messages', `${count} seeded in ${seconds(from)}`)
  await page.reload()
  await page.getByRole('searchbox').waitFor()
  from = performance.now()
  await answered(page, 'qqqqq')
  await waitUntil(async () => (await backlogOf(page)) === 0, {
    timeout: 1_200_000,
    what: 'all to be searchable',
  })
  say('made searchable', seconds(from))
  await page.close()

  const firsts: number[] = []
  for (const query of [...FIRSTS, ...FIRSTS]) {
    const fresh = await openPanel()
    firsts.push(await answered(fresh, query))
    await fresh.close()
  }
  say('first search of a panel', `${quantiles(firsts)} (target 400)`)

  const warm = await openPanel()
  await answered(warm, 'warm')
  await warm.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({
      type: 'longtask',
    })
  })
  const keystrokes: number[] = []
  for (const query of QUERIES) {
    const each: number[] = []
    for (let length = 1; length <= query.length; length++)
      each.push(await answered(warm, query.slice(0, length)))
    for (let again = 0; again < 3; again++) {
      await answered(warm, '')
      each.push(await answered(warm, query))
    }
    say(`  ${query}`, quantiles(each))
    keystrokes.push(...each)
  }
  say('warm keystroke', `${quantiles(keystrokes)} (target 50)`)
  const tasks = await warm.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
  say(
    'long tasks on the page',
    `${tasks.length}, longest ${Math.round(Math.max(0, ...tasks))} ms (target none)`,
  )
  const heaps = await heapsOf(warm)
  const mega = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
  say('heap', `page ${mega(heaps.page)} + worker ${mega(heaps.worker)} (target 120 MB)`)
} finally {
  await harness.close()
}
floor()

async function openPanel(): Promise<Page> {
  const page = await harness.openPage('sidepanel.html')
  await page.getByRole('list', { name: 'Conversations' }).waitFor()
  return page
}

/** Milliseconds from typing a query until its results are painted. */
function answered(page: Page, query: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const input = document.querySelector('input[type=search]') as HTMLInputElement
        const started = performance.now()
        // As React hears of it.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        const { port1, port2 } = new MessageChannel()
        const next = [() => {}]
        next[0] = () => {
          const isThere =
            text === '' || document.querySelector('[data-query]')?.getAttribute('data-query') === text
          if (isThere) port2.postMessage(0)
          else requestAnimationFrame(next[0] as () => void)
        }
        // Comes after the frame that shows them was painted.
        port1.onmessage = () => resolve(performance.now() - started)
        requestAnimationFrame(next[0])
      }),
    query,
  )
}

/** How many conversations are still to be made searchable. */
function backlogOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('parley').onsuccess = ({ target }) => {
          const { result: db } = target as IDBOpenDBRequest
          const counted = db.transaction('searchBacklog').objectStore('searchBacklog').count()
          counted.onsuccess = () => {
            db.close()
            resolve(counted.result)
          }
        }
      }),
  )
}

/** The same in memory, without anything a search needs beside it: no folding, no words, no order, no page. */
function floor(): void {
  const lower = makeTexts(count).map((text) => text.toLowerCase())
  const each = QUERIES.flatMap((query) =>
    [1, 2, 3].map(() => {
      const started = performance.now()
      const wanted = query.replaceAll('"', '')
      lower.filter((text) => text.includes(wanted))
      return performance.now() - started
    }),
  )
  say('floor: lower-case scan in memory', quantiles(each))
}

function quantiles(ms: readonly number[]): string {
  const sorted = [...ms].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, n ${sorted.length}`
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1_000).toFixed(1)} s`
}

function say(what: string, value: string): void {
  console.log(`${what.padEnd(34)}${value}`)
}
