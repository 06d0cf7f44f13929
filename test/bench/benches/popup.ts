import { alternate } from '../alternate.ts'
import { BENCH_DIR } from '../buildPages.ts'
import type { Measured } from '../measured.ts'
import { opening } from '../opening.ts'
import type { Stage } from '../stage.ts'

const SIZE = { width: 360, height: 600 }
const ROW = { selector: '[aria-label="Unread conversations"] li' }
const FLOOR_ROW = { selector: 'li' }

/** From opening the popup's page, the worker stopped, to its first rows. */
export async function popup(stage: Stage): Promise<Measured[]> {
  const measure = (warm: boolean) =>
    alternate(stage.quick ? 3 : 20, {
      product: () => opening(stage, 'popup.html', ROW, { ...SIZE, warm }),
      floor: () => opening(stage, `${BENCH_DIR}/floor.html`, FLOOR_ROW, { ...SIZE, warm }),
    })
  return [
    { what: 'popup, first rows', unit: 'ms', ...(await measure(false)) },
    { what: 'popup, first rows, process warm', unit: 'ms', ...(await measure(true)) },
  ]
}
