import { expect, test } from 'vitest'
import type { AccountHealth } from '../../../lib/domain/health.ts'
import { setStarred } from '../../../lib/store/intents/marks.ts'
import { messagesBefore } from '../../../lib/store/queries/thread.ts'
import type { FaultEffect } from '../../sandbox/server/faults'
import { type Harness, makeHarness } from '../harness.ts'

const MINUTE = 60_000

/** Two accounts, imported; the first one is about to fail. */
async function pair(options: { budget?: boolean } = {}) {
  const harness = await makeHarness({ conversations: 12, accounts: 2, ...options })
  await harness.connected()
  const [failing, other] = harness.sandbox.world.accounts.map(({ id }) => id)
  if (!failing || !other) throw new Error('Two accounts were asked for')
  return { harness, failing, other }
}

const healthOf = async (harness: Harness, id: string) => (await harness.db.accounts.get(id))?.health
const told = (harness: Harness) => harness.arrivals.map(({ text }) => text)

/** Everything the cache holds of an account, as a page would show it. */
async function readable(harness: Harness, accountId: string): Promise<string[]> {
  const rows = await harness.db.conversations.where('accountId').equals(accountId).toArray()
  const threads = rows.map(async ({ id, title }) => {
    const texts = (await messagesBefore(harness.db, id, null, 1_000)).map(({ text }) => text)
    return `${title}: ${texts.join(' | ')}`
  })
  return (await Promise.all(threads)).toSorted()
}

const FAILURES: [string, FaultEffect, (health: AccountHealth | undefined, now: number) => void][] = [
  ['401', { status: 401 }, (health) => expect(health?.state).toBe('signedOut')],
  [
    '403 of an expired trial',
    { status: 403, body: { error: 'Your trial has expired' } },
    (health) =>
      expect(health).toMatchObject({ state: 'subscriptionNeeded', reason: 'Your trial has expired' }),
  ],
  [
    '429',
    { rateLimited: 'seconds', resetInMs: 5 * MINUTE },
    (health, now) => {
      if (health?.state !== 'rateLimited') throw new Error(`It is ${health?.state}`)
      expect(Math.abs(health.until - now - 5 * MINUTE)).toBeLessThan(5_000)
    },
  ],
  [
    '500',
    { status: 500 },
    (health, now) => {
      if (health?.state !== 'error') throw new Error(`It is ${health?.state}`)
      expect(health.nextTryAt).toBeGreaterThan(now)
    },
  ],
  ['502 as a page', { status: 502, html: true }, (health) => expect(health?.state).toBe('error')],
  ['200 without success', { successFalse: true }, (health) => expect(health?.state).toBe('error')],
  ['nonsense', { rawBody: '{"conversations": 7' }, (health) => expect(health?.state).toBe('error')],
  ['a reset', { reset: true }, (health) => expect(health?.state).toBe('offline')],
]

test.each(FAILURES)(
  'an account that fails with %s delays and blanks no other, stays readable, and recovers by itself',
  async (_, effect, check) => {
    const { harness, failing, other } = await pair()
    const before = await readable(harness, failing)
    harness.sandbox.fault({ accountId: failing, times: 'always', effect })
    harness.sandbox.receive({ accountId: other, text: 'Through' })
    harness.sandbox.receive({ accountId: failing, text: 'Later' })
    await harness.pull('background')
    expect(told(harness)).toEqual(['Through'])
    check(await healthOf(harness, failing), harness.now())
    expect(await healthOf(harness, other)).toEqual({ state: 'upToDate' })
    expect(await readable(harness, failing)).toEqual(before)
    expect(before.length).toBeGreaterThan(0)

    harness.sandbox.clearFaults()
    harness.clock.ahead = 16 * MINUTE
    await harness.pull('background')
    expect(await healthOf(harness, failing)).toEqual({ state: 'upToDate' })
    expect(told(harness)).toEqual(['Through', 'Later'])
  },
)

test.each([
  ['an error', { status: 'ERROR' }, { status: 'AVAILABLE' }],
  ['switched off over there', { enabled: false }, { enabled: true }],
  ['a lost session, which its list row does not tell', { hasTokens: false }, { hasTokens: true }],
])(
  'an account LinkedIn cut off (%s) is disconnected within ten minutes, and well again as soon',
  async (_, cut, mended) => {
    const { harness, failing, other } = await pair()
    const before = await readable(harness, failing)
    harness.sandbox.setAccountStatus(failing, cut)
    harness.sandbox.receive({ accountId: other, text: 'Through' })
    harness.clock.ahead = 11 * MINUTE
    await harness.pull('background')
    expect(await healthOf(harness, failing)).toEqual({ state: 'disconnected' })
    expect(await healthOf(harness, other)).toEqual({ state: 'upToDate' })
    expect(told(harness)).toEqual(['Through'])
    expect(await readable(harness, failing)).toEqual(before)

    harness.sandbox.receive({ accountId: failing, text: 'Back again' })
    harness.sandbox.setAccountStatus(failing, mended)
    harness.clock.ahead = 22 * MINUTE
    await harness.pull('background')
    await harness.pull('background')
    expect(await healthOf(harness, failing)).toEqual({ state: 'upToDate' })
    expect(told(harness)).toEqual(['Through', 'Back again'])
  },
)

test('an account whose list fails is asked for: cut off by LinkedIn, it says so at once', async () => {
  const { harness, failing, other } = await pair()
  harness.sandbox.setAccountStatus(failing, { status: 'ERROR', hasTokens: false })
  const effect = { status: 500, body: { error: 'The session has expired' } }
  harness.sandbox.fault({ route: 'GET /conversations', accountId: failing, times: 'always', effect })
  harness.clock.ahead = MINUTE
  await harness.pull('background')
  expect(await healthOf(harness, failing)).toEqual({ state: 'disconnected' })
  expect(await healthOf(harness, other)).toEqual({ state: 'upToDate' })
})

test('whoever comes back from connecting the account anew sees at once that it worked', async () => {
  const { harness, failing } = await pair()
  harness.sandbox.setAccountStatus(failing, { hasTokens: false })
  harness.clock.ahead = 11 * MINUTE
  await harness.pull('background')
  expect(await healthOf(harness, failing)).toEqual({ state: 'disconnected' })
  harness.sandbox.setAccountStatus(failing, { hasTokens: true })
  harness.clock.ahead += 20_000
  await harness.pull('waiting')
  expect(await healthOf(harness, failing)).toEqual({ state: 'upToDate' })
})

test('a disconnected account stays so through a time without network', async () => {
  const { harness, failing } = await pair()
  harness.sandbox.setAccountStatus(failing, { hasTokens: false })
  harness.clock.ahead = 11 * MINUTE
  await harness.pull('background')
  harness.sandbox.fault({ accountId: failing, times: 'always', effect: { reset: true } })
  await harness.pull('waiting')
  harness.sandbox.clearFaults()
  await harness.pull('waiting')
  expect(await healthOf(harness, failing)).toEqual({ state: 'disconnected' })
})

test('a refused reply asks for the account: cut off by LinkedIn, it says so and where to mend it', async () => {
  const { harness, failing } = await pair()
  harness.sandbox.setAccountStatus(failing, { status: 'ERROR' })
  const row = await harness.db.conversations.where('accountId').equals(failing).first()
  const intent = await harness.reply(row?.id ?? '', 'Hello?')
  expect(await harness.db.outbox.get(intent.id)).toMatchObject({
    state: 'failed',
    error: {
      kind: 'disconnected',
      text: expect.stringContaining('Reconnect it in your ConnectSafely dashboard'),
    },
  })
  expect(await healthOf(harness, failing)).toEqual({ state: 'disconnected' })
})

test.each([
  ['but for sends', 'waiting', 0],
  ['to the last place', 'send', 61_000],
] as const)(
  'a refused reply of an account that LinkedIn cut off says so also where the request budget is used up %s',
  async (_, lane, wait) => {
    const { harness, failing } = await pair({ budget: true })
    harness.sandbox.setAccountStatus(failing, { status: 'ERROR' })
    harness.clock.ahead += 2 * MINUTE
    // As many as leave a send its two requests, and no third.
    const most = lane === 'send' ? 58 : 60
    for (let i = 0; i < most; i++) await harness.sync.api.listAccounts({ lane }).catch(() => undefined)
    const row = await harness.db.conversations.where('accountId').equals(failing).first()
    const { id } = await harness.reply(row?.id ?? '', 'Hello?')
    const intent = () => harness.db.outbox.get(id)
    if (wait > 0) expect(await intent()).toMatchObject({ state: 'queued', error: { kind: 'budget' } })
    harness.clock.ahead += wait
    await harness.outbox.drain()
    expect(await intent()).toMatchObject({ state: 'failed', error: { kind: 'disconnected' } })
    expect(harness.sandbox.deliveries()).toEqual([])
    expect(await healthOf(harness, failing)).toEqual({ state: 'disconnected' })
  },
)

test('a 403 for one reply or one file stops no polls while the account itself may be used', async () => {
  const { harness, failing } = await pair()
  const row = await harness.db.conversations.where({ accountId: failing, channel: 'inbox' }).first()
  const effect = { status: 403, body: { error: 'You cannot message this member' } }
  harness.sandbox.fault({ route: 'POST /conversations/send', effect })
  const intent = await harness.reply(row?.id ?? '', 'Hello?')
  expect(await harness.db.outbox.get(intent.id)).toMatchObject({
    state: 'failed',
    error: { kind: 'refused', text: expect.stringContaining('You cannot message this member') },
  })
  expect(await healthOf(harness, failing)).toEqual({ state: 'upToDate' })
})

test('an expired trial is told by the reply that meets it, and not asked about', async () => {
  const { harness, failing } = await pair()
  const row = await harness.db.conversations.where({ accountId: failing, channel: 'inbox' }).first()
  harness.sandbox.fault({
    times: 'always',
    effect: { status: 403, body: { error: 'Your trial has expired' } },
  })
  harness.sandbox.clearRecorder()
  for (const text of ['One', 'Two']) {
    const { id } = await harness.reply(row?.id ?? '', text)
    expect(await harness.db.outbox.get(id)).toMatchObject({ error: { kind: 'subscriptionNeeded' } })
    await harness.db.outbox.clear()
  }
  expect((await healthOf(harness, failing))?.state).toBe('subscriptionNeeded')
  expect(harness.sandbox.requests({ route: 'GET /account/:id/status' })).toHaveLength(0)
})

test.each([
  { status: 402, body: { error: 'Payment required' } },
  { status: 403, body: { message: 'Your trial is over. Subscribe to go on.' } },
])(
  'a reply refused with $status for want of a subscription says so, whatever the status says',
  async (effect) => {
    const { harness, failing } = await pair()
    const row = await harness.db.conversations.where({ accountId: failing, channel: 'inbox' }).first()
    harness.sandbox.fault({ route: 'POST /conversations/send', effect })
    const { id } = await harness.reply(row?.id ?? '', 'Hello?')
    expect(await harness.db.outbox.get(id)).toMatchObject({ error: { kind: 'subscriptionNeeded' } })
    expect((await healthOf(harness, failing))?.state).toBe('subscriptionNeeded')
  },
)

test('a rejected key is told of every account, and looked at again every ten minutes only', async () => {
  const { harness, failing, other } = await pair()
  harness.sandbox.fault({ times: 'always', effect: { status: 401 } })
  harness.clock.ahead = 11 * MINUTE
  await harness.pull('background')
  for (const id of [failing, other]) expect((await healthOf(harness, id))?.state).toBe('signedOut')
  harness.sandbox.clearRecorder()
  for (let minute = 12; minute <= 20; minute++) {
    harness.clock.ahead = minute * MINUTE
    await harness.pull('background')
  }
  expect(harness.sandbox.requests()).toEqual([])
  harness.sandbox.clearFaults()
  harness.clock.ahead = 22 * MINUTE
  await harness.pull('background')
  for (const id of [failing, other]) expect(await healthOf(harness, id)).toEqual({ state: 'upToDate' })
})

test('while an account hangs, the others are read, again and again, and what they bring is shown', async () => {
  const { harness, failing, other } = await pair()
  harness.sandbox.fault({ accountId: failing, times: 'always', effect: { hang: true } })
  harness.sandbox.clearRecorder()
  let shown = 0
  const runner = harness.runner(async () => void shown++)
  const started = performance.now()
  harness.sandbox.receive({ accountId: other, text: 'First' })
  const runs = [runner.poll()]
  await expect.poll(() => told(harness)).toEqual(['First'])
  await expect.poll(() => shown).toBe(1)
  harness.sandbox.receive({ accountId: other, text: 'Second' })
  runs.push(runner.poll())
  await expect.poll(() => told(harness)).toEqual(['First', 'Second'])
  expect(performance.now() - started).toBeLessThan(5_000)
  expect(await healthOf(harness, other)).toEqual({ state: 'upToDate' })

  // Its time is over: it is in error, and the poll that was asked for meanwhile leaves it alone.
  await Promise.all(runs)
  expect((await healthOf(harness, failing))?.state).toBe('error')
  expect(harness.sandbox.requests({ accountId: failing })).toHaveLength(1)
  harness.sandbox.clearFaults()
  await runner.now()
  expect(await healthOf(harness, failing)).toEqual({ state: 'upToDate' })
}, 600_000)

test('while a mark of one account hangs, those of the others go out', async () => {
  const { harness, failing, other } = await pair()
  const rows = await Promise.all(
    [failing, other].map((id) => harness.db.conversations.where({ accountId: id, channel: 'inbox' }).first()),
  )
  harness.sandbox.fault({ accountId: failing, method: 'PATCH', effect: { hang: true } })
  for (const row of rows) await setStarred(harness.db, row?.id ?? '', true, harness.now())
  void harness.outbox.drain().catch(() => undefined)
  await expect.poll(() => harness.sandbox.world.conversation(rows[1]?.key ?? '')?.starred).toBe(true)
})

test('however often a run is asked for while one is under way, each account is read once more and by one at a time', async () => {
  const { harness, failing, other } = await pair()
  harness.sandbox.clearRecorder()
  harness.sandbox.fault({ times: 'always', effect: { delayMs: 40 } })
  const runner = harness.runner()
  await Promise.all([1, 2, 3, 4, 5].map(() => runner.poll()))
  for (const accountId of [failing, other]) {
    const lists = harness.sandbox.requests({ accountId })
    expect(lists.map(({ route }) => route)).toEqual(['GET /conversations', 'GET /conversations'])
    expect((lists[1]?.at ?? 0) - (lists[0]?.at ?? 0)).toBeGreaterThanOrEqual(40)
  }
})

test('an account whose row cannot be read for once keeps all it has', async () => {
  const { harness, failing, other } = await pair()
  const before = await readable(harness, failing)
  const rawBody = JSON.stringify([{ id: other, firstName: 'Owen' }, { firstName: 'Nobody' }])
  harness.sandbox.fault({ route: 'GET /accounts', times: 'always', effect: { rawBody } })
  harness.clock.ahead += 11 * MINUTE
  await harness.pull()
  expect(await readable(harness, failing)).toEqual(before)
  expect((await harness.db.accounts.get(other))?.firstName).toBe('Owen')
})
