import { expect, inject, onTestFinished, test } from 'vitest'
import { backThrough } from '../scroll/backThrough.ts'
import { serve } from '../scroll/serve.ts'
import { launchExtension } from './harness/launch.ts'

test('history stays within 1 px while older messages come in above it, and is never blank', async () => {
  const site = await serve()
  onTestFinished(() => site.close())
  const harness = await launchExtension({
    browser: inject('browser'),
    extensionDir: inject('extensionDir'),
    browserPath: inject('browserPath'),
  })
  onTestFinished(() => harness.close())
  const seen = await backThrough(await harness.context.newPage(), site.url, 1_500)
  expect(seen.errors).toEqual([])
  expect(seen.prepends).toBeGreaterThanOrEqual(14)
  expect(seen.followed).toBeGreaterThan(500)
  expect(seen.worst, seen.odd.join('\n')).toBeLessThanOrEqual(1)
  expect(seen.emptyAfter, seen.odd.join('\n')).toBe(0)
}, 240_000)
