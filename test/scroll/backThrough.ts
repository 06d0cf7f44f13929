import type { Page } from 'playwright-core'
import type { PageHooks } from './page/main.tsx'
import type { Recording } from './page/recorder.ts'

const STEP = 240
const BURST = 40
/** Nearer to the top than this (px) we wait for the network, as people do. */
const NEAR_TOP = 1000

export interface BackThrough extends Omit<Recording, 'moved' | 'scrollTop'> {
  seconds: number
  errors: string[]
}

/**
 * Scrolls with real wheel events from the newest to the oldest message, and tells what moved.
 * @param page of a browser in which a turn of the wheel moves at once, not smoothly
 */
export async function backThrough(page: Page, url: string, total: number): Promise<BackThrough> {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.setViewportSize({ width: 400, height: 900 })
  await page.goto(`${url}?scene=long&total=${total}&cached=${Math.round(total * 0.7)}`)
  await page.getByRole('article').last().waitFor()
  await page.evaluate((step) => {
    const { parley } = window as unknown as { parley: PageHooks }
    parley.recorder = parley.startRecording(step)
  }, STEP)
  await page.mouse.move(200, 300)
  const started = performance.now()
  const longTasks: number[] = []
  const odd: string[] = []
  let last = await read(page, true)
  for (let burst = 0; burst < 2000; burst++) {
    const room = Math.floor((last.scrollTop - NEAR_TOP) / STEP)
    const steps = Math.max(1, Math.min(BURST, last.serverPages === 0 ? BURST : room))
    for (let n = 0; n < steps; n++) await turn(page)
    await settle(page)
    last = await read(page, false)
    longTasks.push(...last.longTasks)
    odd.push(...last.odd)
    if (last.scrollTop < NEAR_TOP) {
      await moreOrBeginning(page)
      // Until they are painted the browser cuts a turn of the wheel at the top as it was.
      await settle(page)
    }
    if (last.scrollTop === 0 && (await page.getByText('Beginning of conversation').isVisible())) break
    last = await read(page, true)
    longTasks.push(...last.longTasks)
    odd.push(...last.odd)
  }
  const seconds = (performance.now() - started) / 1000
  const complete = await page.getByText('#0 ', { exact: false }).first().isVisible()
  if (!complete) errors.push('The oldest message was not reached')
  const { moved: _, scrollTop: __, ...counts } = last
  return { ...counts, seconds, longTasks, odd, errors }
}

async function read(page: Page, wheeling: boolean): Promise<Recording> {
  return page.evaluate((wheeling) => {
    const { recorder } = (window as unknown as { parley: PageHooks }).parley
    if (!recorder) throw new Error('Nothing is being recorded')
    recorder.setWheeling(wheeling)
    return recorder.read()
  }, wheeling)
}

/** One step a frame: two at once go further than anything keeps rendered, and the anchor would be lost. */
async function turn(page: Page): Promise<void> {
  await page.mouse.wheel(0, -STEP)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Until the list has stood still for eight frames. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const log = document.querySelector('[role=log]') as HTMLElement
    let still = 0
    let before = Number.NaN
    while (still < 8) {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      still = log.scrollTop === before ? still + 1 : 0
      before = log.scrollTop
    }
  })
}

/** Waits at the top until older messages came in, or there are none. */
async function moreOrBeginning(page: Page): Promise<void> {
  await page.waitForFunction(
    (near) => {
      const log = document.querySelector('[role=log]') as HTMLElement
      return log.scrollTop >= near || log.textContent?.includes('Beginning of conversation')
    },
    NEAR_TOP,
    { polling: 50 },
  )
}
