import type { Page } from 'playwright-core'
import { withDeadline } from '../e2e/harness/waitUntil.ts'
import type { Sight } from './pages/instruments.ts'

const PATIENCE = 60_000

/** How long (ms) from the event that `act` causes to the sight, as the page's own clock has it. */
export async function response(
  page: Page,
  event: 'click' | 'keydown' | 'input',
  sight: Sight,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(([name, what]) => window.bench.after(name, what), [event, sight] as const)
  await act()
  const { from, to } = await withDeadline(
    page.evaluate(async () => (await window.bench.response) ?? { from: Number.NaN, to: Number.NaN }),
    PATIENCE,
    `${JSON.stringify(sight)} after a ${event}`,
  )
  return to - from
}
