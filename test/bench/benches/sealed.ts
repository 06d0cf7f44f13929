import { BENCH_DIR } from '../buildPages.ts'
import { cachedId } from '../fill.ts'
import type { Measured } from '../measured.ts'
import { rest } from '../opening.ts'
import type { Beside, SealedOptions, SealedTimes } from '../pages/sealed.ts'
import { IMPORTED, SWITCHED } from '../sizes.ts'
import type { Stage } from '../stage.ts'

type SealedWindow = { measureSealed(options: SealedOptions): Promise<SealedTimes> }

const MEGABYTE = 1024 * 1024

/** What a cache would cost that lies sealed on the disk, beside the same reads and writes of one that does not. */
export async function sealed(stage: Stage): Promise<Measured[]> {
  const { harness, sandbox, quick, long } = stage
  await rest(stage, true)
  const page = await harness.openPage(`${BENCH_DIR}/sealed.html`)
  page.setDefaultTimeout(0)
  const imported = sandbox.world.conversations().slice(1 + SWITCHED, 1 + SWITCHED + IMPORTED)
  const options = { thread: long.id, imported: imported.map(cachedId), times: quick ? 6 : 30 }
  const times = await page.evaluate(
    (given) => (window as unknown as SealedWindow).measureSealed(given),
    options,
  )
  await page.close()
  const ms = (what: string, { samples, floor }: Beside): Measured => ({
    what: `sealed, ${what}`,
    unit: 'ms',
    samples,
    floor,
  })
  const megabytes = (bytes: readonly number[]) => bytes.map((one) => one / MEGABYTE)
  return [
    ms('50 conversations of the list', times.list),
    ms('newest screen of a thread', times.screen),
    ms('200 messages scrolled back', times.scrolled),
    ms('all conversations for a search', times.people),
    ms('all packs for a search', times.packs),
    ms('the same of five times the text', times.fivefold),
    { what: 'sealed, pages of an import', unit: 'rows/s', ...times.imported },
    {
      what: 'sealed, on the disk',
      unit: 'MB',
      samples: megabytes(times.disk.samples),
      floor: megabytes(times.disk.floor),
    },
  ]
}
