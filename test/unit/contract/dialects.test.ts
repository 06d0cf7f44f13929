import { expect, test } from 'vitest'
import { expectTheWorld, makeInbox, readAll, threadOf } from './support.ts'

// Everything at once: each row and answer of the mixed dialect draws its own spelling of every contradiction.

const SEEDS = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]
const runs = [
  { dialect: 'legacy' as const, seed: 11 },
  ...SEEDS.map((seed) => ({ dialect: 'mixed' as const, seed })),
]

test.each(runs)(
  'the $dialect dialect (seed $seed) brings the same inbox, twice',
  async ({ dialect, seed }) => {
    const harness = await makeInbox({ dialect, seed, conversations: 24 })
    await readAll(harness)
    await expectTheWorld(harness)
    for (const text of ['One', 'Two', 'Three']) {
      harness.sandbox.receive({ text, conversation: threadOf(harness).key })
      await harness.pull()
      harness.sandbox.writeElsewhere(threadOf(harness).key, `${text}, answered`)
      await harness.pull()
    }
    await harness.pull()
    await readAll(harness)
    await expectTheWorld(harness)
    expect(harness.arrivals.map((message) => message.text)).toEqual(['One', 'Two', 'Three'])
  },
)

test.each(SEEDS)('replies into the mixed dialect (seed %i) go out once and stay one bubble', async (seed) => {
  const harness = await readAll(await makeInbox({ dialect: 'mixed', seed, conversations: 24 }))
  for (const channel of ['inbox', 'salesNav'] as const) {
    const { key } = threadOf(harness, channel)
    const { id } = await harness.conversation(key)
    await harness.reply(id, 'Gladly')
    await harness.pull()
    expect(harness.sandbox.deliveries(key)).toHaveLength(1)
    expect(await harness.shown(id, 'Gladly')).toBe(1)
  }
  expect(await harness.db.outbox.toArray()).toEqual([])
  await expectTheWorld(harness)
})
