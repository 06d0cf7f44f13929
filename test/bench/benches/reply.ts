import type { Page } from 'playwright-core'
import type { Measured } from '../measured.ts'
import { openWatched, rest } from '../opening.ts'
import { response } from '../response.ts'
import type { Stage } from '../stage.ts'

const SIZE = { width: 400, height: 720 }
const WARM_UPS = 2

/**
 * From Enter to the own bubble, in the longest thread. Each reply goes out before the next is written; then the least is
 * measured that keeps one, without bubble or frame.
 */
export async function reply(stage: Stage): Promise<Measured[]> {
  const { id, newest } = stage.long
  const sight = { selector: '[role=log] article', text: newest }
  await rest(stage, true)
  const { page } = await openWatched(stage, `sidepanel.html#/c/${encodeURIComponent(id)}`, sight, SIZE)
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  const samples: number[] = []
  const floor: number[] = []
  const times = stage.quick ? 3 : 20
  for (let n = -WARM_UPS; n < times; n++) {
    const text = `Reply number ${n + WARM_UPS} of the benchmark`
    await box.fill(text)
    const ms = await response(page, 'keydown', { selector: '[role=log] article', text }, () =>
      box.press('Enter'),
    )
    if (n >= 0) samples.push(ms)
    const bubble = page.getByRole('article').filter({ hasText: text })
    await bubble.getByText('Sent', { exact: true }).waitFor()
    const kept = await strictPut(page, text)
    if (n >= 0) floor.push(kept)
  }
  await page.close()
  return [{ what: 'Enter, own bubble', unit: 'ms', samples, floor }]
}

/** How long (ms) it takes until one row of a database of its own is on the disk. */
function strictPut(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (row) =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('floor')
        open.onupgradeneeded = () => open.result.createObjectStore('rows', { keyPath: 'text' })
        open.onerror = () => reject(open.error)
        open.onsuccess = () => {
          const from = performance.now()
          const write = open.result.transaction('rows', 'readwrite', { durability: 'strict' })
          write.objectStore('rows').put(row)
          write.onabort = () => reject(write.error)
          write.oncomplete = () => {
            const ms = performance.now() - from
            open.result.close()
            resolve(ms)
          }
        }
      }),
    { text },
  )
}
