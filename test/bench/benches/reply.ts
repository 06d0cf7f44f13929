import type { Measured } from '../measured.ts'
import { openWatched, rest } from '../opening.ts'
import { response } from '../response.ts'
import type { Stage } from '../stage.ts'

const SIZE = { width: 400, height: 720 }
const WARM_UPS = 2

/** From Enter to the own bubble, in the longest thread. Each reply goes out before the next is written. */
export async function reply(stage: Stage): Promise<Measured[]> {
  const { id, newest } = stage.long
  const sight = { selector: '[role=log] article', text: newest }
  await rest(stage, true)
  const { page } = await openWatched(stage, `sidepanel.html#/c/${encodeURIComponent(id)}`, sight, SIZE)
  const box = page.getByRole('textbox', { name: /^Reply to/ })
  const samples: number[] = []
  const times = stage.quick ? 3 : 15
  for (let n = -WARM_UPS; n < times; n++) {
    const text = `Reply number ${n + WARM_UPS} of the benchmark`
    await box.fill(text)
    const ms = await response(page, 'keydown', { selector: '[role=log] article', text }, () =>
      box.press('Enter'),
    )
    if (n >= 0) samples.push(ms)
    const bubble = page.getByRole('article').filter({ hasText: text })
    await bubble.getByText('Sent', { exact: true }).waitFor()
  }
  await page.close()
  return [{ what: 'Enter, own bubble', unit: 'ms', samples }]
}
