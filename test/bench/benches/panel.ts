import { alternate } from '../alternate.ts'
import { BENCH_DIR } from '../buildPages.ts'
import type { Measured } from '../measured.ts'
import { opening } from '../opening.ts'
import type { Stage } from '../stage.ts'

const SIZE = { width: 400, height: 720 }

/** From opening the panel's page on the longest thread, the worker stopped, to its newest screen. */
export async function panel(stage: Stage): Promise<Measured[]> {
  const { id, newest } = stage.long
  const hash = encodeURIComponent(id)
  const times = await alternate(stage.quick ? 3 : 20, {
    product: () =>
      opening(stage, `sidepanel.html#/c/${hash}`, { selector: '[role=log] article', text: newest }, SIZE),
    floor: () => opening(stage, `${BENCH_DIR}/floor.html#${hash}`, { selector: 'li', text: newest }, SIZE),
  })
  return [{ what: 'panel on the longest thread, newest screen', unit: 'ms', ...times }]
}
