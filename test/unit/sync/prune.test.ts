import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pruneMessages } from '../../../lib/store/commits/pruneMessages.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { healGaps } from '../../../lib/sync/healGaps.ts'
import { loadGap } from '../../../lib/sync/loadGap.ts'
import { loadOlder } from '../../../lib/sync/loadOlder.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { runs } from '../runs.ts'
import { ACCOUNT, makeOddThread, pauses } from './makeOddThread.ts'
import { oddities, PLAIN } from './oddApi.ts'
import { lies, storedKeys } from './truth.ts'

const USER_MADE = ['outbox', 'drafts', 'triage', 'labels', 'snippets', 'settings'] as const
const NEWEST = 4
/** More than what a poll asks for again, so that no poll reaches the beginning by itself. */
const APART = 6_000

/** What happens to a thread, one after the other or (`during`) while a page of it is on its way. */
const events = fc.array(
  fc.record({
    kind: fc.constantFrom('receive', 'read', 'older', 'prune', 'prune', 'heal'),
    /** How much: pages read, or how far up (in parts of its history) is pruned. */
    much: fc.integer({ min: 1, max: 10 }),
    pauses: pauses(12),
  }),
  { minLength: 1, maxLength: 14 },
)
const during = fc.array(fc.record({ request: fc.nat(40), much: fc.integer({ min: 1, max: 10 }) }), {
  maxLength: 4,
})

test('whatever is received, pruned and scrolled back to, the spans never lie, nothing is lost and what the user made stays', async () => {
  await fc.assert(
    fc.asyncProperty(oddities, pauses(40), events, during, async (odd, history, plan, pruned) => {
      let requests = 0
      const thread = await makeOddThread(odd, [1, APART, ...history, APART], async () => {
        const now = pruned.filter(({ request }) => request === requests)
        requests++
        for (const { much } of now) await prune(much)
      })
      const { db, id } = thread
      const other = 'account-1/inbox/elsewhere'
      await db.outbox.add(makeSend({ conversationId: other, text: 'Not sent yet' }))
      await db.drafts.add({ conversationId: other, text: 'Half a thought', updatedAt: 1 })
      await db.labels.add({ id: 'l', name: 'Later', hue: 1 })
      const userMade = async () =>
        Promise.all(USER_MADE.filter((name) => name !== 'triage').map((name) => db.table(name).toArray()))
      const made = await userMade()
      async function prune(much: number): Promise<void> {
        const real = thread.real()
        const upTo = real[Math.floor((real.length * much) / 10) - 1]?.sentAt ?? 0
        await pruneMessages(thread.db, {
          from: 0,
          before: upTo + 1,
          most: 7,
          newest: NEWEST,
          spare: new Set(),
        })
      }
      const truth = async () => expect(await lies(db, id, thread.real())).toEqual([])
      await thread.read(3)
      for (const { kind, much, pauses } of plan) {
        if (kind === 'receive') for (const pause of [APART, ...pauses]) thread.receive(pause)
        else if (kind === 'read') await thread.read(much)
        else if (kind === 'older') await loadOlder(thread.sync, id)
        else if (kind === 'heal') await healGaps(thread.sync, ACCOUNT.id)
        else await prune(much)
        thread.clock.now += 600_000
        await truth()
      }
      requests = Number.NEGATIVE_INFINITY
      const standing = await storedKeys(db, id)
      const newest = thread.keys().filter((key) => standing.includes(key))
      expect(standing).toEqual(newest)
      expect(await userMade()).toEqual(made)
      // Scrolled back, and with a press of the button in each gap, all of it is there again.
      await thread.read(40)
      for (let presses = 0; presses < 100; presses++) {
        const gaps = await spansOf(db, id)
        if (gaps.length > 1) await loadGap(thread.sync, id, gaps.at(-1)?.from ?? 0)
      }
      let complete = false
      for (let calls = 0; calls < 300 && !complete; calls++) {
        complete = (await loadOlder(thread.sync, id)).complete
        await truth()
      }
      expect(complete).toBe(true)
      expect(await storedKeys(db, id)).toEqual(thread.keys())
      const told = thread.told.map((message) => message.id)
      expect(new Set(told).size).toBe(told.length)
      await db.delete()
    }),
    { numRuns: runs(80, 1_000) },
  )
}, 600_000)

test('what is pruned between two pages of a catch-up is claimed by no span', async () => {
  let requests = 0
  const thread = await makeOddThread({ ...PLAIN, pageSize: 3 }, [1, 10_000, 10_000], async () => {
    if (++requests !== 5) return
    const all = { from: 0, before: thread.clock.now, most: 100, newest: NEWEST, spare: new Set<string>() }
    expect((await pruneMessages(thread.db, all)).dropped).toBeGreaterThan(0)
  })
  const { db, id } = thread
  await thread.read(1)
  for (let i = 0; i < 20; i++) thread.receive(10_000)
  await thread.read(10)
  expect(requests).toBeGreaterThan(6)
  expect(await lies(db, id, thread.real())).toEqual([])
})
