import { withDeadline } from '../../e2e/harness/waitUntil.ts'
import type { Measured } from '../measured.ts'
import { openWatched, rest } from '../opening.ts'
import type { Stage } from '../stage.ts'

const SIZE = { width: 400, height: 720 }
const WARM_UPS = 2

/**
 * From the end of the answer that brings a message to its bubble in the open panel. The worker fetches and the page
 * paints; both clocks are the machine's.
 */
export async function arrival(stage: Stage): Promise<Measured[]> {
  const { id, key } = stage.long
  await rest(stage, true)
  const path = `sidepanel.html#/c/${encodeURIComponent(id)}`
  const { page } = await openWatched(stage, path, { selector: '[role=log] article' }, SIZE)
  const samples: number[] = []
  const times = stage.quick ? 3 : 20
  for (let n = -WARM_UPS; n < times; n++) {
    const text = `Message number ${n + WARM_UPS} of the benchmark`
    await page.evaluate(
      (sight) => {
        window.bench.awaited = window.bench.painted(sight)
      },
      { selector: '[role=log] article', text },
    )
    stage.sandbox.receive({ conversation: key, text })
    // What the panel itself asks for every 15 s.
    await page.evaluate(
      (conversationId) =>
        void chrome.runtime.sendMessage({ command: 'refreshConversation', request: { conversationId } }),
      id,
    )
    const shownAt = await withDeadline(
      page.evaluate(async () => performance.timeOrigin + ((await window.bench.awaited) ?? Number.NaN)),
      30_000,
      'an arriving message to be painted',
    )
    const answeredAt = await stage.harness.inWorker(
      (before) =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes('/messages'))
          .map((entry) => performance.timeOrigin + (entry as PerformanceResourceTiming).responseEnd)
          .filter((at) => at < before)
          .at(-1) ?? Number.NaN,
      shownAt,
    )
    if (n >= 0) samples.push(shownAt - answeredAt)
  }
  await page.close()
  return [{ what: 'arriving message, painted', unit: 'ms', samples }]
}
