import type { Page } from 'playwright-core'
import type { Harness } from '../e2e/harness/harness.ts'
import { waitUntil, withDeadline } from '../e2e/harness/waitUntil.ts'
import type { Sight } from './pages/instruments.ts'
import type { Stage } from './stage.ts'

export interface OpeningOptions {
  readonly width: number
  readonly height: number
  /** Another page of the extension keeps its process alive. */
  readonly warm?: boolean
}

const PATIENCE = 60_000
/** Where the harness's own page goes so that it keeps nothing alive. */
const AWAY = 'about:blank'

/** A new tab with the instruments in it; `sight` is timed from the start of the navigation. */
export async function openWatched(
  { harness, build }: Stage,
  path: string,
  sight: Sight,
  { width, height }: { width: number; height: number },
): Promise<{ page: Page; ms: number }> {
  const page = await harness.context.newPage()
  await page.setViewportSize({ width, height })
  const watch = `window.bench.awaited = window.bench.painted(${JSON.stringify(sight)})`
  await page.addInitScript({ content: `${build.instruments}\n${watch}` })
  await page.goto(harness.url(path), { waitUntil: 'commit' })
  const ms = await withDeadline(
    page.evaluate(() => window.bench.awaited ?? Number.NaN),
    PATIENCE,
    `${path} to show ${JSON.stringify(sight)}`,
  )
  return { page, ms }
}

/** How long (ms) a page takes from navigation to the sight, with no worker running. */
export async function opening(
  stage: Stage,
  path: string,
  sight: Sight,
  options: OpeningOptions,
): Promise<number> {
  await rest(stage, options.warm === true)
  const { page, ms } = await openWatched(stage, path, sight, options)
  await page.close()
  return ms
}

/**
 * A fresh minute for the request budget, the worker stopped and, unless it is to be warm, no page of the extension left
 * that would keep its process alive.
 */
export async function rest({ harness }: Stage, warm: boolean): Promise<void> {
  const { probe } = harness
  if (probe.url() === AWAY) await probe.goto(harness.url('manifest.json'))
  await probe.evaluate(() => chrome.storage.session.remove('budget'))
  if (!warm) await probe.goto(AWAY)
  const rests = async () => {
    // What the page before asked of it may start it once more.
    await harness.stopWorker()
    return !(await workerRuns(harness))
  }
  await waitUntil(rests, { what: 'no worker to run' })
}

async function workerRuns(harness: Harness): Promise<boolean> {
  const debug = await harness.context.browser()?.newBrowserCDPSession()
  if (!debug) throw new Error('The browser gave no debugging session')
  const { targetInfos } = await debug.send('Target.getTargets')
  await debug.detach()
  return targetInfos.some(({ type, url }) => type === 'service_worker' && url.startsWith(harness.url('')))
}
