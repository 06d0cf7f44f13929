import { expect, test } from 'vitest'
import { HUGE } from '../../fixtures/hostile/huge.ts'
import { makeHarness } from '../harness.ts'

test('texts of a megabyte are stored whole, take the sync no longer, and leave a short preview that knows whose it is', async () => {
  const harness = await makeHarness({ accounts: 1, conversations: 3 })
  await harness.connected()
  const key = harness.sandbox.world.conversations()[0]?.key ?? ''
  const { id } = await harness.conversation(key)
  for (const text of Object.values(HUGE)) {
    harness.sandbox.writeElsewhere(key, text)
    const started = performance.now()
    await harness.pull()
    // Quadratic work on a megabyte takes minutes; generous, as machines differ and may be busy.
    expect(performance.now() - started).toBeLessThan(10_000)
    expect((await harness.textsOf(id)).includes(text)).toBe(true)
    const { preview } = await harness.conversation(key)
    expect(preview?.own).toBe(true)
    expect(preview?.text.length).toBeLessThanOrEqual(500)
    expect(text.trim().startsWith(preview?.text ?? '?')).toBe(true)
    // The list tells of the same message again, all of it.
    await harness.pull()
    expect((await harness.conversation(key)).preview).toEqual(preview)
  }
}, 600_000)
