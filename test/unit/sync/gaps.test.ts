import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApiError } from '../../../lib/api/ApiError.ts'
import { commitAccountOff } from '../../../lib/store/commits/commitAccounts.ts'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { loadGap } from '../../../lib/sync/loadGap.ts'
import { pullAll } from '../../../lib/sync/pullAll.ts'
import type { SyncDeps } from '../../../lib/sync/SyncDeps.ts'
import { countWrites } from '../../fixtures/openDatabase.ts'
import { type Harness, makeHarness } from '../harness.ts'
import { mortalSync } from './mortalSync.ts'
import { lies } from './truth.ts'

const LIST = 'GET /conversations'
const MESSAGES = 'GET /conversations/:urn/messages'
const MINUTE = 60_000
const WEEK = 7 * 86_400_000
const ALL = { filter: 'all', accountId: null, limit: 1000 } as const

/** An imported inbox of short threads behind an API with small pages, on a clock that the API shares. */
async function makeInbox(options: Parameters<typeof makeHarness>[0] = {}) {
  const time = { ahead: 0 }
  const clock = () => Date.now() + time.ahead
  const harness = await makeHarness({
    conversations: 12,
    accounts: 1,
    messagesPerConversation: 3,
    pageCap: 5,
    clock,
    ...options,
  })
  await harness.connected()
  const listed = await listConversations(harness.db, ALL)
  // Those active lately; older ones are left without messages until they are opened.
  const [row, ...others] = listed.filter((one) => one.lastActivityAt > clock() - 80 * 86_400_000)
  if (!row) throw new Error('No conversation was imported')
  return {
    harness,
    row,
    others,
    later(ms: number) {
      time.ahead += ms
      harness.clock.ahead = time.ahead
    },
    /** Messages that come one after the other, so many ms apart, until now. */
    burst(key: string, count: number, apart = 100) {
      for (let i = 0; i < count; i++) {
        const sentAt = clock() - (count - 1 - i) * apart
        harness.sandbox.receive({ conversation: key, text: `Burst ${i} of ${key}`, sentAt })
      }
    },
    poll: (deps: SyncDeps = harness.sync) => pullAll(deps, 'background'),
    real: (key: string) => harness.sandbox.world.conversation(key)?.thread.all() ?? [],
  }
}

type Inbox = Awaited<ReturnType<typeof makeInbox>>

const gapsOf = async (harness: Harness, id: string) => (await spansOf(harness.db, id)).length - 1
const gapped = async (harness: Harness) =>
  (await harness.db.accounts.toArray()).flatMap((one) => one.gapped ?? [])
const requests = (harness: Harness, route: string) => harness.sandbox.requests({ route }).length

function texts(inbox: Inbox, key: string): string[] {
  return inbox
    .real(key)
    .toSorted((a, b) => a.sentAt - b.sentAt || (a.key < b.key ? -1 : 1))
    .map((one) => one.text)
}

/** The same worker behind an API that does something else with each request for messages. */
function withMessages(deps: SyncDeps, listMessages: SyncDeps['api']['listMessages']): SyncDeps {
  return { ...deps, api: { ...deps.api, listMessages: async (...args) => listMessages(...args) } }
}

const refused = () => new ApiError({ kind: 'refused', notDelivered: true })

/** A thread whose catch-up broke off after a few pages: some messages above a gap. */
async function withGap() {
  const inbox = await makeInbox()
  const { harness, row } = inbox
  inbox.later(WEEK)
  inbox.burst(row.key, 40, 60 * MINUTE)
  let left = 3
  const breaksOff = withMessages(harness.sync, (request, options) => {
    if (left-- > 0) return harness.sync.api.listMessages(request, options)
    throw new ApiError({ kind: 'offline', notDelivered: true })
  })
  await inbox.poll(breaksOff)
  expect(await gapsOf(harness, row.id)).toBe(1)
  return inbox
}

test('what a catch-up leaves is a gap, and the polls after it close it with a few requests each', async () => {
  const inbox = await makeInbox()
  const { harness, row } = inbox
  inbox.later(WEEK)
  inbox.burst(row.key, 130, 60 * MINUTE)
  const gaps: number[] = []
  for (let polls = 0; polls < 8; polls++) {
    harness.sandbox.clearRecorder()
    await inbox.poll()
    gaps.push(await gapsOf(harness, row.id))
    expect(requests(harness, MESSAGES)).toBeLessThanOrEqual(polls === 0 ? 16 : 6)
    expect(await lies(harness.db, row.id, inbox.real(row.key))).toEqual([])
    inbox.later(MINUTE)
  }
  expect(gaps.slice(0, 2)).toEqual([1, 1])
  expect(gaps.at(-1)).toBe(0)
  expect(await harness.textsOf(row.id)).toEqual(texts(inbox, row.key))
  expect(await gapped(harness)).toEqual([])
  harness.sandbox.clearRecorder()
  const writes = countWrites(harness.db)
  await inbox.poll()
  expect(harness.sandbox.requests().map((request) => request.route)).toEqual([LIST])
  expect(writes()).toBe(0)
})

test('the gap of the thread that was active last is closed first', async () => {
  const inbox = await makeInbox()
  const { harness, row, others } = inbox
  const other = others[0]
  inbox.later(WEEK)
  inbox.burst(row.key, 75, 60 * MINUTE)
  inbox.later(MINUTE)
  inbox.burst(other?.key ?? '', 75, 60 * MINUTE)
  await inbox.poll()
  expect([await gapsOf(harness, other?.id ?? ''), await gapsOf(harness, row.id)]).toEqual([0, 1])
  await inbox.poll()
  expect(await gapsOf(harness, row.id)).toBe(0)
})

test('a gap whose cursor means nothing any more is closed from the newest message down', async () => {
  const inbox = await withGap()
  const { harness, row } = inbox
  const old = (await spansOf(harness.db, row.id)).at(-1)?.cursor
  inbox.later(WEEK)
  let refusals = 0
  const forgetful = withMessages(harness.sync, (request, options) => {
    if (request.cursor === old && refusals++ === 0) throw refused()
    return harness.sync.api.listMessages(request, options)
  })
  for (let polls = 0; polls < 2; polls++) await inbox.poll(forgetful)
  expect(refusals).toBeGreaterThan(0)
  expect(await gapsOf(harness, row.id)).toBe(0)
  expect(await harness.textsOf(row.id)).toEqual(texts(inbox, row.key))
})

test('a gap that the API no longer answers for is tried less and less often, then left to the button', async () => {
  const inbox = await withGap()
  const { harness, row } = inbox
  let asked = 0
  const refusing = withMessages(harness.sync, (request, options) => {
    asked++
    if (request.since === undefined) throw refused()
    return harness.sync.api.listMessages(request, options)
  })
  await inbox.poll(refusing)
  const perPoll: number[] = []
  for (let polls = 0; polls < 120; polls++) {
    inbox.later(MINUTE)
    asked = 0
    await inbox.poll(refusing)
    perPoll.push(asked)
  }
  expect(perPoll.filter((count) => count > 0)).toHaveLength(5)
  expect(perPoll.slice(64)).toEqual(perPoll.slice(64).map(() => 0))
  expect(await gapsOf(harness, row.id)).toBe(1)
  const from = (await spansOf(harness.db, row.id)).at(-1)?.from ?? 0
  expect(await loadGap(harness.sync, row.id, from)).toMatchObject({ closed: true })
  expect(await harness.textsOf(row.id)).toEqual(texts(inbox, row.key))
  expect(await gapped(harness)).toEqual([])
})

test('that nothing lies between two stretches is believed of LinkedIn alone', async () => {
  const inbox = await withGap()
  const { harness, row } = inbox
  const line = (await spansOf(harness.db, row.id)).at(-1)?.from ?? 0
  const asked: boolean[] = []
  const trimmed = withMessages(harness.sync, async (request, options) => {
    if (request.since === undefined) asked.push(request.sync)
    const answer = await harness.sync.api.listMessages(request, options)
    // The vendor's own store ends here; LinkedIn has it all the first time it is asked, and nothing the second time.
    if (request.sync && asked.filter(Boolean).length === 1) return answer
    return { ...answer, messages: answer.messages.filter(({ sentAt }) => sentAt >= line), cursor: null }
  })
  await inbox.poll(trimmed)
  expect(asked.slice(0, 2)).toEqual([false, true])
  expect(await gapsOf(harness, row.id)).toBe(0)
  expect((await spansOf(harness.db, row.id)).at(-1)?.from).toBeLessThan(line)
})

test('healing keeps to what background work may use, and a full budget is no failure of the account', async () => {
  const inbox = await withGap()
  const { harness } = inbox
  const lanes: string[] = []
  const full = withMessages(harness.sync, async (request, options) => {
    if (request.since !== undefined) return harness.sync.api.listMessages(request, options)
    lanes.push(options.lane)
    throw new ApiError({ kind: 'budget', retryAt: harness.now() + MINUTE, notDelivered: true })
  })
  await pullAll(full, 'waiting')
  expect(lanes).toEqual(['background'])
  expect((await harness.db.accounts.toArray())[0]?.health).toEqual({ state: 'upToDate' })
  expect((await gapped(harness))[0]?.tries).toBe(0)
})

test('after a poll that failed no gap is tried', async () => {
  const inbox = await withGap()
  const { harness } = inbox
  harness.sandbox.clearRecorder()
  harness.sandbox.fault({ route: LIST, times: 'always', effect: { status: 502, html: true } })
  await inbox.poll()
  expect(requests(harness, MESSAGES)).toBe(0)
})

test('"Load missing messages" keeps what came before it failed, and goes on from there', async () => {
  const inbox = await withGap()
  const { harness, row } = inbox
  const upper = (await spansOf(harness.db, row.id)).at(-1)?.from ?? 0
  harness.sandbox.fault({ route: MESSAGES, skip: 2, times: 2, effect: { reset: true } })
  await expect(loadGap(harness.sync, row.id, upper)).rejects.toMatchObject({ kind: 'offline' })
  const now = (await spansOf(harness.db, row.id)).at(-1)?.from ?? 0
  expect(now).toBeLessThan(upper)
  expect(await lies(harness.db, row.id, inbox.real(row.key))).toEqual([])
  harness.sandbox.clearFaults()
  // The page may still name the gap by where it began before.
  expect(await loadGap(harness.sync, row.id, upper)).toMatchObject({ closed: true })
  expect(await gapsOf(harness, row.id)).toBe(0)
  expect(await harness.textsOf(row.id)).toEqual(texts(inbox, row.key))
})

test('news that were stored before a catch-up broke off are told all the same, once', async () => {
  const { harness } = await withGap()
  expect(harness.arrivals).toHaveLength(15)
  await harness.pull()
  const ids = harness.arrivals.map((message) => message.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an account that is switched off, or a cache that is cleared, leaves no gap behind to be tried', async () => {
  const { harness, row } = await withGap()
  await commitAccountOff(harness.db, row.accountId)
  expect(await gapped(harness)).toEqual([])
})

/** How a poll is broken off, and how long it takes until the next one. */
const interruptions = fc.record({
  burst: fc.integer({ min: 0, max: 70 }),
  together: fc.boolean(),
  thread: fc.nat(2),
  cut: fc.oneof(
    fc.record({
      kind: fc.constantFrom(
        'offline',
        'timeout',
        'server',
        'badResponse',
        'refused',
        'budget',
        'rateLimited',
      ),
      after: fc.nat(25),
    }),
    fc.record({ kind: fc.constant('death'), after: fc.nat(150) }),
    fc.record({ kind: fc.constant('none'), after: fc.constant(0) }),
  ),
  pause: fc.constantFrom(MINUTE, 20 * MINUTE, WEEK),
})
type Cut = { kind: 'death' | 'none' | ApiError['kind']; after: number }

/** One poll that is broken off by an error at a request, or by the death of its worker at a step. */
async function pollCutShort(inbox: Inbox, { kind, after }: Cut): Promise<void> {
  const { harness } = inbox
  if (kind === 'none') return inbox.poll()
  if (kind === 'death') {
    const { deps, life } = mortalSync(harness.sync, harness.db.name, after)
    await Promise.race([inbox.poll(deps), life.died])
    await harness.settled()
    deps.db.close()
    return
  }
  let left = after
  const cut = <A extends unknown[], T>(call: (...args: A) => Promise<T>) => {
    return async (...args: A): Promise<T> => {
      if (left-- > 0) return call(...args)
      throw new ApiError({ kind, retryAt: harness.now() + MINUTE, notDelivered: true })
    }
  }
  const { api } = harness.sync
  const listMessages = cut(api.listMessages)
  await inbox.poll({
    ...harness.sync,
    api: { ...api, listConversations: cut(api.listConversations), listMessages },
  })
}

test('however often and wherever a catch-up breaks off, the spans tell the truth, and undisturbed polls bring everything, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(interruptions, { minLength: 1, maxLength: 6 }), async (plan) => {
      const inbox = await makeInbox()
      const { harness } = inbox
      const rows = [inbox.row, ...inbox.others.slice(0, 2)]
      expect(rows).toHaveLength(3)
      const truth = async () => {
        for (const { id, key } of rows) expect(await lies(harness.db, id, inbox.real(key))).toEqual([])
      }
      for (const { burst, together, thread, cut, pause } of plan) {
        inbox.later(pause)
        inbox.burst(rows[thread]?.key ?? '', burst, together ? 1 : Math.floor((pause - 1_000) / 70))
        await pollCutShort(inbox, cut as Cut)
        await truth()
      }
      for (let polls = 0; polls < 60; polls++) {
        inbox.later(20 * MINUTE)
        await inbox.poll()
        await truth()
        if ((await gapped(harness)).length === 0 && polls > 3) break
      }
      for (const { id, key } of rows) {
        expect(await harness.textsOf(id)).toEqual(texts(inbox, key))
        expect(await gapsOf(harness, id)).toBe(0)
      }
      const ids = harness.arrivals.map((message) => message.id)
      expect(new Set(ids).size).toBe(ids.length)
      harness.sandbox.clearRecorder()
      await inbox.poll()
      expect(harness.sandbox.requests().map((request) => request.route)).toEqual([LIST])
    }),
    { numRuns: 40 },
  )
}, 600_000)
