import { expect, test } from 'vitest'
import { backThrough } from '../scroll/backThrough.ts'
import { launchBrowser } from '../scroll/openPage.ts'
import { serve } from '../scroll/serve.ts'

test('history stays within 1 px while older messages come in above it, and is never blank', async ({
  onTestFinished,
}) => {
  const site = await serve()
  onTestFinished(() => site.close())
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const seen = await backThrough(browser, site.url, 1_500)
  expect(seen.errors).toEqual([])
  expect(seen.prepends).toBeGreaterThanOrEqual(14)
  expect(seen.followed).toBeGreaterThan(500)
  expect(seen.worst, seen.odd.join('\n')).toBeLessThanOrEqual(1)
  expect(seen.emptyAfter, seen.odd.join('\n')).toBe(0)
}, 240_000)
