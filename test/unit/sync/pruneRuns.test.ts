import { expect, test } from 'vitest'
import type { Settings } from '../../../lib/domain/settings.ts'
import { saveDraft } from '../../../lib/store/intents/drafts.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { prune } from '../../../lib/sync/prune.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

const NOW = Date.UTC(2026, 5, 1)
const DAY = 86_400_000
const MEGABYTE = 1_000_000

/** Conversations of one message a day, so many days back, and a worker that tidies up behind a disk that can be set. */
async function cached(limits: Partial<Settings>, days: readonly number[]) {
  const db = openDatabase()
  const ids: string[] = []
  for (const count of days) {
    const { id } = makeConversation({ lastActivityAt: NOW })
    ids.push(id)
    await db.messages.bulkAdd(
      Array.from({ length: count }, (_, day) => makeMessage({ conversationId: id, sentAt: NOW - day * DAY })),
    )
    const from = NOW - (count - 1) * DAY
    await db.spans.add({ conversationId: id, from, to: NOW, cursor: 'older', cursorAt: 1, beginning: false })
  }
  for (const [key, value] of Object.entries(limits)) await saveSetting(db, key as keyof Settings, value)
  const world = { now: NOW, used: 0, onScreen: new Set<string>() }
  const memory = new Map<string, unknown>()
  const countOf = (id: string) => db.messages.filter((row) => row.conversationId === id).count()
  return {
    db,
    ids,
    world,
    run: () =>
      prune({
        db,
        now: () => world.now,
        memo: { get: async (key) => memory.get(key), set: async (key, value) => void memory.set(key, value) },
        usedBytes: async () => world.used,
        onScreen: async () => world.onScreen,
      }),
    counts: () => Promise.all(ids.map(countOf)),
  }
}

test('without a limit nothing goes', async () => {
  const { run, counts } = await cached({}, [400])
  expect(await run()).toBe(0)
  expect(await counts()).toEqual([400])
})

test('older messages go a bounded number a run, the newest page of each conversation stays, and the span says so', async () => {
  const { db, ids, run, counts } = await cached({ keepMonths: 6 }, [900, 300, 40])
  const runs: number[] = []
  for (let at = 0; at < 4; at++) runs.push(await run())
  expect(Math.max(...runs)).toBeLessThanOrEqual(1_000)
  // Half a year is 182.6 days.
  expect(await counts()).toEqual([183, 183, 40])
  expect(runs.reduce((sum, one) => sum + one)).toBe(717 + 117)
  expect(runs.at(-1)).toBe(0)
  const [span] = await db.spans.where('[conversationId+from]').between([ids[0]], [ids[0], []]).toArray()
  expect(span).toMatchObject({ cursor: null, beginning: false, to: NOW })
  expect(span?.from).toBeGreaterThan(NOW - 184 * DAY)
  await saveSetting(db, 'keepMonths', 1)
  await run()
  // A month is less than the newest page.
  expect(await counts()).toEqual([50, 50, 40])
})

test('a conversation on screen, one with a reply on its way and one with a draft keep all', async () => {
  const { db, ids, world, run, counts } = await cached({ keepMonths: 1 }, [90, 90, 90, 90])
  const [seen = '', replied = '', drafted = ''] = ids
  world.onScreen.add(seen)
  await db.outbox.add(makeSend({ conversationId: replied, state: 'unconfirmed' }))
  await saveDraft(db, drafted, 'Half a thought', 1)
  await run()
  expect(await counts()).toEqual([90, 90, 90, 50])
})

test('what was scrolled back to stays until the next day', async () => {
  const { db, ids, world, run, counts } = await cached({ keepMonths: 1 }, [90])
  await run()
  const back = Array.from({ length: 10 }, (_, day) =>
    makeMessage({ conversationId: ids[0] ?? '', sentAt: NOW - (60 + day) * DAY }),
  )
  await db.messages.bulkAdd(back)
  world.now += 60_000
  expect(await run()).toBe(0)
  expect(await counts()).toEqual([60])
  world.now += DAY
  expect(await run()).toBe(10)
})

test('over the limit of the disk the oldest go until it is kept; a browser that gives no room back does not cost everything', async () => {
  const { world, run, counts } = await cached({ keepMegabytes: 50 }, [6_000])
  world.used = 52 * MEGABYTE
  expect(await run()).toBe(1_000)
  world.used = 49 * MEGABYTE
  expect(await run()).toBe(0)
  world.used = 60 * MEGABYTE
  const runs: number[] = []
  for (let at = 0; at < 6; at++) runs.push(await run())
  expect(runs.filter((count) => count > 0)).toHaveLength(3)
  // What was freed inside is used up, and the file grows.
  world.used = 61 * MEGABYTE
  expect(await run()).toBe(1_000)
  expect(await run()).toBe(0)
  expect(await counts()).toEqual([1_000])
})
