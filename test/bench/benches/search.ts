import type { Page } from 'playwright-core'
import { SOON_READ } from '../../../lib/store/search/hasMuchText.ts'
import { waitUntil } from '../../e2e/harness/waitUntil.ts'
import { BENCH_DIR } from '../buildPages.ts'
import { heapUse } from '../heapUse.ts'
import type { Measured } from '../measured.ts'
import { openWatched, rest } from '../opening.ts'
import type { Scanner } from '../pages/scan.ts'
import { response } from '../response.ts'
import { searchWords } from '../searchWords.ts'
import type { Stage } from '../stage.ts'

const SIZE = { width: 400, height: 720 }
const WARM_UPS = 2

/** From a keystroke in the search box to results that hold what was typed, in a panel that just opened and in a warm one. */
export async function search(stage: Stage): Promise<Measured[]> {
  const words = searchWords(stage.sandbox, (stage.quick ? 2 : 20) + WARM_UPS)
  await leaveOpen(stage)
  const first: number[] = []
  const longTasks: number[] = []
  for (const word of words.slice(0, stage.quick ? 1 : 5)) {
    const page = await openPanel(stage)
    first.push(await typeAll(page, word))
    longTasks.push(...(await page.evaluate(() => window.bench.longTasks())))
    await page.close()
  }
  const panel = await openPanel(stage)
  const bare = await openScan(stage)
  const warm: number[] = []
  const floor: number[] = []
  for (const [n, word] of words.entries()) {
    await panel.bringToFront()
    await panel.evaluate(() => window.bench.longTasks())
    const ms = await typeLast(panel, word)
    const least = await bare.evaluate(
      (text) => (window as unknown as { scanner: Scanner }).scanner.scan(text),
      word,
    )
    if (n < WARM_UPS) continue
    warm.push(ms)
    floor.push(least)
    longTasks.push(...(await panel.evaluate(() => window.bench.longTasks())))
  }
  await bare.close()
  await panel.bringToFront()
  const heap = await heapUse(panel)
  await panel.close()
  return [
    { what: 'search, keystroke, warm', unit: 'ms', samples: warm, floor },
    { what: 'search, first after opening', unit: 'ms', samples: first, floor },
    { what: 'search, longest long task', unit: 'ms', samples: [Math.max(0, ...longTasks)] },
    { what: 'panel JS heap, search warm', unit: 'MB', samples: [heap] },
  ]
}

async function openPanel(stage: Stage): Promise<Page> {
  await rest(stage, true)
  const sight = { selector: '[aria-label="Conversations"] button[data-row]' }
  const { page } = await openWatched(stage, 'sidepanel.html#/', sight, SIZE)
  await page.evaluate(() => window.bench.longTasks())
  return page
}

/**
 * Whoever has so many messages has had a panel open since they came; the cache was filled without one. This one stays open
 * until the text is packed, which the product does some seconds after it has read it in. Little text is not packed.
 */
async function leaveOpen(stage: Stage): Promise<void> {
  const panel = await openPanel(stage)
  const isDone = async () => {
    const { chunks, packs } = await panel.evaluate(countText)
    return packs > 0 || chunks <= SOON_READ
  }
  await waitUntil(isDone, { timeout: 60_000, what: 'text to be packed' })
  await panel.close()
}

/** Rows of searched text, and whether the last row that packing them writes is there. Runs in a page. */
function countText(): Promise<{ chunks: number; packs: number }> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('parley')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const tx = open.result.transaction(['searchChunks', 'searchPacks'])
      const chunks = tx.objectStore('searchChunks').count()
      const packs = tx.objectStore('searchPacks').count(0)
      tx.oncomplete = () => {
        open.result.close()
        resolve({ chunks: chunks.result, packs: packs.result })
      }
      tx.onabort = () => reject(tx.error)
    }
  })
}

async function openScan(stage: Stage): Promise<Page> {
  const page = await stage.harness.openPage(`${BENCH_DIR}/scan.html`)
  const held = await page.evaluate(() => (window as unknown as { scanner: Scanner }).scanner.load())
  if (held < stage.size.messages) throw new Error(`The scan holds ${held} texts`)
  return page
}

function resultsFor(word: string) {
  return { selector: '[aria-label="Messages found"] mark', exactly: word }
}

function typeAll(page: Page, word: string): Promise<number> {
  return response(page, 'input', resultsFor(word), async () => {
    await page.getByRole('searchbox', { name: 'Search messages' }).focus()
    await page.keyboard.insertText(word)
  })
}

/** All but the last letter is there, and answered, before the one that counts. */
async function typeLast(page: Page, word: string): Promise<number> {
  const box = page.getByRole('searchbox', { name: 'Search messages' })
  const before = word.slice(0, -1)
  await response(page, 'input', resultsFor(before), () => box.fill(before))
  return response(page, 'keydown', resultsFor(word), () => box.press(word.slice(-1)))
}
