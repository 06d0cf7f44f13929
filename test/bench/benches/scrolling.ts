import { BENCH_DIR } from '../buildPages.ts'
import type { Measured } from '../measured.ts'
import { openWatched, rest } from '../opening.ts'
import type { ScrolledBack } from '../pages/followLog.ts'
import type { Stage } from '../stage.ts'

const SIZE = { width: 400, height: 900 }
/** Px a turn of the wheel, one in each frame: faster than a hand can. */
const STEP = 480
const MESSAGES = 10_000
/** Messages the product reads at a time. */
const PAGE = 100
/** Turns without anything to turn to, after which older messages are given up. */
const MOST_WAITING = 1_000

/** Scrolling back through the longest thread, up to 10,000 messages, with real turns of the wheel. */
export async function scrolling(stage: Stage): Promise<Measured[]> {
  const { id } = stage.long
  const messages = Math.min(stage.quick ? 500 : MESSAGES, stage.size.longest)
  const product = await scrolled(stage, `sidepanel.html#/c/${encodeURIComponent(id)}`, messages / PAGE - 1)
  const list = `${BENCH_DIR}/list.html#${encodeURIComponent(`${id}?${messages}`)}`
  const floor = await scrolled(stage, list, Number.MAX_SAFE_INTEGER)
  if (product.followed < messages / 50) throw new Error('Scrolling back could not be followed')
  return [
    { what: 'scrolling back, frame', unit: 'ms', samples: product.frames, floor: floor.frames },
    {
      what: 'scrolling back, longest long task',
      unit: 'ms',
      samples: [Math.max(0, ...product.longTasks)],
      floor: [Math.max(0, ...floor.longTasks)],
    },
    {
      what: 'scrolling back, anchor moves',
      unit: 'px',
      samples: [product.worst],
      floor: [floor.worst],
    },
    { what: 'scrolling back, empty frames', unit: '', samples: [product.empty], floor: [floor.empty] },
  ]
}

async function scrolled(stage: Stage, path: string, pages: number): Promise<ScrolledBack> {
  await rest(stage, true)
  const { page } = await openWatched(stage, path, { selector: '[role=log] article' }, SIZE)
  await page.mouse.move(SIZE.width / 2, SIZE.height / 2)
  await page.evaluate((step) => {
    window.bench.follower = window.bench.followLog(step)
  }, STEP)
  let waited = 0
  for (;;) {
    const seen = await page.evaluate(() => window.bench.follower?.afterFrame())
    if (!seen) throw new Error('The page was left')
    if (seen.prepends >= pages) break
    if (seen.top >= STEP) await page.mouse.wheel(0, -STEP)
    else if (seen.isBeginning) break
    else if (++waited > MOST_WAITING) throw new Error('No older messages came')
  }
  const result = await page.evaluate(() => window.bench.follower?.end())
  await page.close()
  if (!result) throw new Error('The page was left')
  return result
}
