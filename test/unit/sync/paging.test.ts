import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { healGaps } from '../../../lib/sync/healGaps.ts'
import { loadOlder } from '../../../lib/sync/loadOlder.ts'
import { pullAccount } from '../../../lib/sync/pullAccount.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { runs } from '../runs.ts'
import { ACCOUNT, makeOddThread, pauses } from './makeOddThread.ts'
import { makeOddInbox, type OddInbox, oddities, PLAIN } from './oddApi.ts'
import { lies, storedKeys } from './truth.ts'

const RUNS = runs(100, 1_000)

test('however the API pages, scrolling back shows every message once and ends', async () => {
  await fc.assert(
    fc.asyncProperty(oddities, pauses(60), async (odd, history) => {
      const thread = await makeOddThread(odd, [1, ...history])
      await thread.read(3)
      let complete = false
      for (let calls = 0; calls < 200 && !complete; calls++) {
        const before = thread.requests.messages
        complete = (await loadOlder(thread.sync, thread.id)).complete
        expect(thread.requests.messages - before).toBeLessThanOrEqual(4)
        expect(await lies(thread.db, thread.id, thread.real())).toEqual([])
      }
      expect(await storedKeys(thread.db, thread.id)).toEqual(thread.keys())
      expect(complete).toBe(true)
      expect(thread.requests.messages).toBeLessThan(4 * history.length + 20)
      await thread.db.delete()
    }),
    { numRuns: RUNS },
  )
}, 600_000)

test('however the API pages, what comes later is caught up with or a gap that heals, and the spans never lie', async () => {
  const pages = fc.integer({ min: 1, max: 10 })
  const later = fc.integer({ min: 1, max: 90_000 })
  const batches = fc
    .tuple(
      fc.array(fc.record({ first: later, more: pauses(40), pages }), { minLength: 1, maxLength: 4 }),
      // The last ones may begin in the very millisecond of the newest message that is stored.
      fc.record({ first: fc.constantFrom(0, 1), more: pauses(8), pages: fc.constant(40) }),
    )
    .map(([before, last]) => [...before, last])
  await fc.assert(
    fc.asyncProperty(oddities, pauses(10), batches, async (odd, history, news) => {
      const thread = await makeOddThread(odd, [1, ...history])
      await thread.read(3)
      const lowest = (await spansOf(thread.db, thread.id))[0]?.from ?? 0
      const truth = async () => expect(await lies(thread.db, thread.id, thread.real())).toEqual([])
      for (const { first, more, pages } of news) {
        for (const pause of [first, ...more]) thread.receive(pause)
        const before = thread.requests.messages
        await thread.read(pages)
        expect(thread.requests.messages - before).toBeLessThanOrEqual(pages)
        await truth()
      }
      for (let poll = 0; poll < 300 && (await spansOf(thread.db, thread.id)).length > 1; poll++) {
        const before = thread.requests.messages
        await healGaps(thread.sync, ACCOUNT.id)
        expect(thread.requests.messages - before).toBeLessThanOrEqual(6)
        await truth()
        thread.clock.now += 3_600_000
      }
      await thread.read(10)
      const above = thread.real().filter((message) => message.sentAt > lowest)
      expect(await storedKeys(thread.db, thread.id)).toEqual(
        expect.arrayContaining(above.map((message) => message.key)),
      )
      expect(await spansOf(thread.db, thread.id)).toHaveLength(1)
      const ids = thread.told.map((message) => message.id)
      expect(new Set(ids).size).toBe(ids.length)
      await thread.db.delete()
    }),
    { numRuns: RUNS },
  )
}, 600_000)

/** What the user would see of an inbox against what there is. */
async function expectAll(inbox: OddInbox): Promise<void> {
  for (const { key, messages } of inbox.threads.values()) {
    const row = await inbox.db.conversations.filter((one) => one.key === key).first()
    expect(row, key).toBeDefined()
    expect(await storedKeys(inbox.db, row?.id ?? ''), key).toEqual(messages.map((message) => message.key))
  }
  expect(await inbox.db.conversations.count()).toBe(inbox.threads.size)
}

const WAITING = {
  stage: 'waiting',
  listed: 0,
  messagesDone: 0,
  messagesTotal: 0,
} as const

test('lists that reorder while they are paged through lose no thread and no message, in a bounded number of requests', async () => {
  // Before which request, and how long (ms) after what came last, which thread (or a new one) gets a message.
  const event = fc.record({
    request: fc.integer({ min: 2, max: 60 }),
    after: fc.constantFrom(0, 1, 30_000),
    thread: fc.nat(45),
  })
  const plan = fc.record({
    threads: fc.integer({ min: 1, max: 40 }),
    events: fc.array(event, { maxLength: 30 }),
  })
  await fc.assert(
    fc.asyncProperty(oddities, plan, async (odd, { threads, events }) => {
      let requests = 0
      const during = () => {
        requests++
        for (const one of events) if (one.request === requests) happen(one.thread, one.after)
      }
      const inbox: OddInbox = makeOddInbox({ list: odd, messages: PLAIN, during })
      const happen = (thread: number, after: number): void => {
        const key = `2-thread${thread}`
        const newest = inbox.threads.get(key)?.messages.at(-1)?.sentAt
        // Two messages of one moment in one thread are no change in the list.
        inbox.clock.now += newest === inbox.clock.now ? 1 : after
        inbox.receive(key, inbox.clock.now)
      }
      for (let i = 0; i < threads; i++) happen(i, 1_000)
      await inbox.db.accounts.put(makeAccount({ ...ACCOUNT, import: WAITING }))
      const account = () => inbox.db.accounts.get(ACCOUNT.id)
      for (let quiet = 0, polls = 0; quiet < 4; polls++) {
        expect(polls).toBeLessThan(100)
        const importing = (await account())?.import.stage !== 'done'
        const before = inbox.requests.list
        await pullAccount(inbox.sync, ACCOUNT.id, 'background')
        expect(inbox.requests.list - before).toBeLessThanOrEqual(importing ? 200 : 12 + 15)
        inbox.clock.now += 60_000
        // Whatever was to happen during later requests happens between polls.
        const [next] = events.filter((one) => one.request > requests)
        if (next) happen(next.thread, next.after)
        requests = next?.request ?? requests
        quiet = next ? 0 : quiet + 1
      }
      await expectAll(inbox)
      const { import: progress, health, gapped = [], behind = [] } = (await account()) ?? {}
      expect(progress?.stage).toBe('done')
      expect(health).toEqual({ state: 'upToDate' })
      expect([...gapped, ...behind]).toEqual([])
      const ids = inbox.told.map((message) => message.id)
      expect(new Set(ids).size).toBe(ids.length)
      await inbox.db.delete()
    }),
    { numRuns: RUNS },
  )
}, 600_000)
