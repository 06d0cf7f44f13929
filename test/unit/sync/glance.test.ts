import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createApi } from '../../../lib/api/createApi.ts'
import { createRequest } from '../../../lib/api/http/createRequest.ts'
import type { Calm } from '../../../lib/domain/calm.ts'
import type { LedgerEntry } from '../../../lib/domain/ledgerEntry.ts'
import type { Looks } from '../../../lib/domain/looks.ts'
import { createOutbox, nextDue } from '../../../lib/outbox/drain.ts'
import { noteRequests } from '../../../lib/store/commits/notes.ts'
import { Database } from '../../../lib/store/database.ts'
import { markRead } from '../../../lib/store/intents/marks.ts'
import { remind } from '../../../lib/store/intents/reminders.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { markDone, snooze } from '../../../lib/store/intents/shelves.ts'
import { wakeDue } from '../../../lib/store/intents/wake.ts'
import { reachedAccounts } from '../../../lib/store/queries/accounts.ts'
import { answersFor } from '../../../lib/sync/answersFor.ts'
import { askAccount } from '../../../lib/sync/askAccount.ts'
import { createCalmWatch } from '../../../lib/sync/calmWatch.ts'
import { glance } from '../../../lib/sync/glance.ts'
import { pullAll } from '../../../lib/sync/pullAll.ts'
import { readForReply } from '../../../lib/sync/readForReply.ts'
import type { SyncDeps } from '../../../lib/sync/SyncDeps.ts'
import { writeLooks } from '../../../lib/sync/writeLooks.ts'
import { makeHarness } from '../harness.ts'
import { runs } from '../runs.ts'

const LIST = 'GET /conversations'
const MESSAGES = 'GET /conversations/:urn/messages'
const MINUTE = 60_000
const RUNS = runs(60, 300)

/** A worker that takes glances as the real one does, in a world whose time can pass. */
async function makeWorld() {
  let serverAhead = 0
  const harness = await makeHarness({
    conversations: 6,
    accounts: 2,
    messagesPerConversation: 3,
    clock: () => Date.now() + serverAhead,
  })
  const notes = { id: null as string | null, calm: null as Calm | null, looks: null as Looks | null }
  const page = new Database(harness.db.name)
  const { sandbox, now } = harness
  const http = {
    baseUrl: sandbox.baseUrl,
    readKey: async () => sandbox.key,
    fetch,
    now,
    budget: { take: async () => undefined, observe: () => undefined },
  }
  let pageOpen = false
  let booked = 0

  function start() {
    const { db } = harness
    const requests: LedgerEntry[] = []
    const calm = createCalmWatch({
      db,
      now,
      memo: harness.sync.memo,
      isAnyOpen: async () => pageOpen,
      nextDue: () => nextDue(db, now()),
      notes: {
        begin: async (id) => void Object.assign(notes, { id }),
        keep: async (found) => void Object.assign(notes, { calm: found }),
        end: async () => void Object.assign(notes, { id: null }),
      },
    })
    let written = 0
    db.onWrite = () => {
      written++
      calm.written()
    }
    const answers = answersFor()
    const api = createApi({
      ...http,
      onRequest: (entry) => noteRequests(db, [entry]),
      onRejected: () => undefined,
      reaches: reachedAccounts(db),
      onAnswer: calm.answered,
      answered: answers.take,
    })
    const sync: SyncDeps = { ...harness.sync, api, listed: calm.listed }
    const outbox = createOutbox({
      ...harness.outboxDeps,
      api,
      ask: (accountId, call, lane) => askAccount(sync, accountId, call, lane),
      readThread: (id, how) => readForReply(sync, id, how.sync, how.lane),
    })
    const whole = async () => {
      await pullAll(sync, 'background')
      await outbox.drain()
      await wakeDue(db, now())
    }
    return {
      sync,
      whole,
      outbox,
      written: () => written,
      look: () =>
        glance({
          request: createRequest({ ...http, onRequest: (entry) => void requests.push(entry) }),
          now,
          read: async () => ({ calm: notes.calm?.id === notes.id ? notes.calm : null, looks: notes.looks }),
          isLost: async () => false,
          book: async () => void booked++,
          keepLooks: async (looks) => void Object.assign(notes, { looks }),
          takeRequests: () => requests.splice(0),
        }),
      async poll(given: Parameters<typeof answers.during>[0] = new Map()) {
        await writeLooks(sync, async () => {
          const { looks } = notes
          notes.looks = null
          return looks
        })
        await calm.watch(() => answers.during(given, whole))
      },
    }
  }

  await harness.connected()
  let worker = start()
  const sent: string[] = []
  return {
    harness,
    /** All that was written at LinkedIn. */
    sent,
    newText() {
      const text = `Message ${sent.length}`
      sent.push(text)
      return text
    },
    get worker() {
      return worker
    },
    get booked() {
      return booked
    },
    /** How many requests glances have still to tell of. */
    get untold() {
      return notes.looks?.requests.length ?? 0
    },
    pass(ms: number) {
      serverAhead += ms
      harness.clock.ahead += ms
    },
    restart() {
      harness.restart()
      worker = start()
    },
    /** What a page does as long as it is open; it is another context, which the worker does not hear of. */
    async onPage(work: (db: Database) => Promise<unknown>) {
      pageOpen = true
      notes.id = null
      await work(page)
      pageOpen = false
    },
    async openPage<T>(work: () => Promise<T>): Promise<T> {
      pageOpen = true
      notes.id = null
      try {
        return await work()
      } finally {
        pageOpen = false
      }
    },
    close: () => page.close(),
  }
}

type World = Awaited<ReturnType<typeof makeWorld>>

/** A poll of an alarm. True where a glance was enough. */
async function poll({ worker }: World): Promise<boolean> {
  const answers = await worker.look()
  if (answers) await worker.poll(answers)
  return answers === null
}

/** Polls until a glance is enough. */
async function calmed(world: World): Promise<void> {
  for (let polls = 0; polls < 12; polls++) {
    if (await poll(world)) return
    world.pass(MINUTE)
  }
  throw new Error('No glance is ever enough')
}

test('once nothing is left to do a glance is enough: one request an account, told to the ledger and as fresh', async () => {
  const world = await makeWorld()
  await calmed(world)
  const { harness, worker } = world
  const before = harness.sandbox.requests().length
  world.pass(MINUTE)
  const at = harness.now()
  expect(await poll(world)).toBe(true)
  expect(harness.sandbox.requests().slice(before)).toHaveLength(2)
  expect(world.booked).toBeGreaterThan(0)

  const listed = async () =>
    (await harness.db.ledger.toArray()).filter((entry) => `GET ${entry.route}` === LIST && entry.at >= at)
  expect(await listed()).toHaveLength(0)
  await worker.poll()
  expect((await listed()).length).toBe(4)
  for (const { succeededAt } of await harness.db.freshness.toArray())
    expect(succeededAt).toBeGreaterThanOrEqual(at)
  world.close()
})

test('what a glance sees of news is not asked for again, be it an answer or a failure', async () => {
  const world = await makeWorld()
  const { harness } = world
  await calmed(world)
  harness.sandbox.receive({ text: 'Here is news' })
  const lists = () => harness.sandbox.requests({ route: LIST }).length
  let before = lists()
  expect(await poll(world)).toBe(false)
  expect(lists() - before).toBe(2)
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Here is news'])

  await calmed(world)
  harness.sandbox.fault({ route: LIST, effect: { status: 404 } })
  before = lists()
  expect(await poll(world)).toBe(false)
  expect(lists() - before).toBe(2)
  const health = (await harness.db.accounts.toArray()).map((account) => account.health.state)
  expect(health.toSorted()).toEqual(['error', 'upToDate'])
  world.close()
})

test('news of one account is not kept waiting by another that hangs', async () => {
  const world = await makeWorld()
  const { harness } = world
  await calmed(world)
  const [first, second] = harness.sandbox.world.accounts
  const one = harness.sandbox.world.conversations().find(({ accountId }) => accountId === first?.id)
  harness.sandbox.receive({ conversation: one?.key ?? '', text: 'Here is news' })
  harness.sandbox.fault({ route: LIST, accountId: second?.id ?? '', effect: { delayMs: 1_500 } })
  const answers = await world.worker.look()
  const slow = answers?.get(second?.id ?? '')
  expect(await Promise.race([slow, 'on its way'])).toBe('on its way')
  await world.worker.poll(answers ?? new Map())
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Here is news'])
  world.close()
})

test('what somebody writes, what falls due and a clock put back end the calm', async () => {
  const world = await makeWorld()
  const { harness } = world
  const some = async () => (await harness.db.conversations.toCollection().first())?.id ?? ''

  await calmed(world)
  await world.onPage(async (db) => enqueueReply(db, await some(), 'Poke me not', harness.now()))
  expect(await poll(world)).toBe(false)
  expect(await harness.db.outbox.count()).toBe(0)

  await calmed(world)
  expect(await world.openPage(() => poll(world))).toBe(false)

  await calmed(world)
  harness.clock.ahead -= 60 * MINUTE
  expect(await poll(world)).toBe(false)

  await calmed(world)
  await world.onPage(async (db) => snooze(db, await some(), harness.now() + 5 * MINUTE))
  await calmed(world)
  world.pass(6 * MINUTE)
  expect(await poll(world)).toBe(false)
  expect((await harness.db.conversations.get(await some()))?.shelf).toBe('inbox')

  await calmed(world)
  world.pass(11 * MINUTE)
  expect(await poll(world)).toBe(false)
  world.close()
})

test('however long nothing happens, what glances have to tell is never more than ten minutes of requests', async () => {
  const world = await makeWorld()
  await calmed(world)
  let glances = 0
  let most = 0
  for (let polls = 0; polls < 60; polls++) {
    world.pass(MINUTE / 2)
    if (await poll(world)) glances++
    most = Math.max(most, world.untold)
  }
  // Every ten minutes the accounts are read anew by a whole poll, and that takes what there is to tell.
  expect(glances).toBeGreaterThan(40)
  expect(most).toBeLessThanOrEqual(20 * 2)
  world.close()
})

type Step =
  | {
      do: 'receive' | 'writeElsewhere' | 'readElsewhere' | 'read' | 'done' | 'snooze' | 'remind' | 'reply'
      pick: number
    }
  | {
      do: 'fault'
      route: string
      effect: 'status' | 'reset' | 'truncate' | 'badRow' | 'dropRow' | 'rateLimited'
    }
  | { do: 'pass'; minutes: number }
  | { do: 'poll' | 'pollBesideAPage' | 'restart' | 'switchOff' | 'switchOn' | 'meetSomebody' }
  | { do: 'setClock'; minutes: number }

const pick = fc.nat(6)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.constant<Step>({ do: 'poll' }) },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.constantFrom(1, 1, 2, 6, 11) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('receive' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('writeElsewhere', 'readElsewhere', 'read', 'done', 'snooze', 'remind', 'reply'),
      pick,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      route: fc.constantFrom(LIST, MESSAGES),
      effect: fc.constantFrom('status', 'reset', 'truncate', 'badRow', 'dropRow', 'rateLimited'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step>(
      { do: 'pollBesideAPage' },
      { do: 'restart' },
      { do: 'switchOff' },
      { do: 'switchOn' },
      { do: 'meetSomebody' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('setClock' as const), minutes: fc.constantFrom(-30, 30) }),
  },
)

const EFFECTS = {
  status: { status: 502 },
  reset: { reset: true },
  truncate: { truncate: true },
  badRow: { badRow: null },
  dropRow: { dropRow: 0 },
  rateLimited: { rateLimited: 'seconds' },
} as const

/** A poll; where a glance is enough, the whole poll right after it must find nothing, do nothing and ask for nothing else. */
async function checkedPoll(world: World): Promise<boolean> {
  const { harness, worker } = world
  if (!(await poll(world))) return false
  const written = worker.written()
  const told = harness.arrivals.length
  const asked = harness.sandbox.requests().length
  await worker.whole()
  expect(worker.written() - written).toBe(0)
  expect(harness.arrivals.length - told).toBe(0)
  const routes = harness.sandbox
    .requests()
    .slice(asked)
    .map(({ route }) => route)
  expect(new Set(routes)).toEqual(new Set([LIST]))
  return true
}

async function happen(world: World, one: Step): Promise<boolean> {
  const { harness } = world
  const { sandbox } = harness
  const at = (n: number) => {
    const all = sandbox.world.conversations()
    const found = all[n % all.length]
    if (!found) throw new Error('There is no conversation')
    return found
  }
  const onRow = (n: number, work: (db: Database, id: string) => Promise<unknown>) =>
    world.onPage(async (db) => {
      const { accountId, channel, key } = at(n)
      const id = `${accountId}/${channel}/${key}`
      if (await db.conversations.get(id)) await work(db, id)
    })
  switch (one.do) {
    case 'poll':
      return checkedPoll(world)
    case 'pollBesideAPage':
      expect(await world.openPage(() => poll(world))).toBe(false)
      break
    case 'receive':
      sandbox.receive({ conversation: at(one.pick).key, text: world.newText() })
      break
    case 'meetSomebody':
      sandbox.receive({ newConversation: true, text: world.newText() })
      break
    case 'writeElsewhere':
      sandbox.writeElsewhere(at(one.pick).key, world.newText())
      break
    case 'readElsewhere':
      sandbox.readElsewhere(at(one.pick).key)
      break
    case 'read':
      await onRow(one.pick, (db, id) => markRead(db, id, harness.now(), 'byPolicy'))
      break
    case 'done':
      await onRow(one.pick, (db, id) => markDone(db, id, harness.now()))
      break
    case 'snooze':
      await onRow(one.pick, (db, id) => snooze(db, id, harness.now() + 3 * MINUTE))
      break
    case 'remind':
      await onRow(one.pick, (db, id) => remind(db, id, harness.now() + 3 * MINUTE))
      break
    case 'reply':
      await onRow(one.pick, (db, id) => enqueueReply(db, id, 'An answer', harness.now()))
      break
    case 'fault':
      sandbox.fault({ route: one.route, effect: EFFECTS[one.effect] })
      break
    case 'pass':
      world.pass(one.minutes * MINUTE)
      break
    case 'setClock':
      harness.clock.ahead += one.minutes * MINUTE
      break
    case 'restart':
      world.restart()
      break
    case 'switchOff':
      await world.onPage((db) => saveSetting(db, 'accountsOff', [sandbox.world.accounts[0]?.id ?? '']))
      break
    case 'switchOn':
      await world.onPage((db) => saveSetting(db, 'accountsOff', []))
  }
  return false
}

test(`a glance is enough only where the whole poll would have found nothing to do (${RUNS} histories)`, async () => {
  const world = await makeWorld()
  let glances = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      for (const one of steps) if (await happen(world, one)) glances++
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  expect(glances).toBeGreaterThan(RUNS / 2)
  // Whatever happened, in the end everything is there.
  await world.onPage((db) => saveSetting(db, 'accountsOff', []))
  for (let polls = 0; polls < 12; polls++) {
    world.pass(16 * MINUTE)
    await poll(world)
  }
  const stored = new Set((await world.harness.db.messages.toArray()).map(({ text }) => text))
  expect(world.sent.filter((text) => !stored.has(text))).toEqual([])
  world.close()
}, 300_000)
