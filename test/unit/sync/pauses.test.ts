import { expect, test } from 'vitest'
import type { AccountHealth } from '../../../lib/domain/health.ts'
import { markRead } from '../../../lib/store/intents/marks.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { type Harness, makeHarness } from '../harness.ts'

const LIST = 'GET /conversations'
const SEND = 'POST /conversations/send'
const MINUTE = 60_000

async function twoAccounts(options: Parameters<typeof makeHarness>[0] = {}) {
  const harness = await makeHarness({ conversations: 20, accounts: 2, ...options })
  await harness.connected()
  const [paused, other] = (await harness.db.accounts.toArray()).map((account) => account.id)
  if (!paused || !other) throw new Error('Two accounts were asked for')
  harness.sandbox.clearRecorder()
  return { harness, paused, other }
}

async function healthOf(harness: Harness, id: string): Promise<AccountHealth | undefined> {
  return (await harness.db.accounts.get(id))?.health
}

test.each(['iso', 'seconds', 'retry-after'] as const)(
  'a 429 spelled %s stops its account until the reset, however often it is polled, and no other',
  async (rateLimited) => {
    const { harness, paused, other } = await twoAccounts()
    harness.sandbox.fault({ route: LIST, accountId: paused, effect: { rateLimited, resetInMs: 5 * MINUTE } })
    await harness.pull()
    const health = await healthOf(harness, paused)
    if (health?.state !== 'rateLimited') throw new Error(`Not paused: ${health?.state}`)
    expect(Math.abs(health.until - harness.now() - 5 * MINUTE)).toBeLessThan(5_000)
    harness.sandbox.clearRecorder()
    for (const minutes of [1, 2, 3, 4]) {
      harness.clock.ahead = minutes * MINUTE
      await harness.pull()
    }
    expect(harness.sandbox.requests({ route: LIST }).map((request) => request.accountId)).toEqual([
      other,
      other,
      other,
      other,
    ])
    expect((await healthOf(harness, other))?.state).toBe('upToDate')
    harness.clock.ahead = 5 * MINUTE + 5_000
    await harness.pull()
    expect((await healthOf(harness, paused))?.state).toBe('upToDate')
  },
)

test.each([-3 * 3_600_000, 3 * 3_600_000])(
  'a reset told by a server whose clock is %i ms off is kept by ours',
  async (off) => {
    const { harness, paused } = await twoAccounts({ clock: () => Date.now() + off })
    harness.sandbox.fault({
      route: LIST,
      accountId: paused,
      effect: { rateLimited: 'iso', resetInMs: 5 * MINUTE },
    })
    await harness.pull()
    const health = await healthOf(harness, paused)
    if (health?.state !== 'rateLimited') throw new Error(`Not paused: ${health?.state}`)
    expect(Math.abs(health.until - harness.now() - 5 * MINUTE)).toBeLessThan(5_000)
  },
)

test('refusals that name no end are answered by ever longer pauses', async () => {
  const { harness, paused } = await twoAccounts()
  harness.sandbox.fault({ route: LIST, accountId: paused, times: 'always', effect: { status: 429 } })
  const asked: number[] = []
  for (let minute = 0; minute <= 20; minute++) {
    harness.clock.ahead = minute * MINUTE + minute * 100
    harness.sandbox.clearRecorder()
    await harness.pull()
    if (harness.sandbox.requests({ route: LIST, accountId: paused }).length > 0) asked.push(minute)
  }
  expect(asked).toEqual([0, 1, 3, 7, 15])
})

test('a reply waits for the pause of its own account; one of another account goes out', async () => {
  const { harness, paused, other } = await twoAccounts()
  const threadOf = async (id: string) => {
    const row = await harness.db.conversations
      .filter((one) => one.accountId === id && one.channel === 'inbox')
      .first()
    if (!row) throw new Error('No such thread')
    return row
  }
  harness.sandbox.fault({
    route: LIST,
    accountId: paused,
    effect: { rateLimited: 'iso', resetInMs: 2 * MINUTE },
  })
  await harness.pull()
  const [held, free] = [await threadOf(paused), await threadOf(other)]
  await enqueueReply(harness.db, held.id, 'After the pause', harness.now())
  await enqueueReply(harness.db, free.id, 'At once', harness.now())
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries().map((one) => one.text)).toEqual(['At once'])
  expect(await sendsOf(harness.db, held.id)).toMatchObject([{ state: 'queued' }])
  harness.clock.ahead = 2 * MINUTE + 5_000
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries().map((one) => one.text)).toEqual(['At once', 'After the pause'])
})

test('a pause that a reply met while a poll was under way outlasts the poll', async () => {
  const { harness, paused } = await twoAccounts()
  const row = await harness.db.conversations
    .filter((one) => one.accountId === paused && one.channel === 'inbox')
    .first()
  harness.sandbox.fault({ route: LIST, accountId: paused, effect: { delayMs: 400 } })
  harness.sandbox.fault({ route: SEND, effect: { rateLimited: 'iso', resetInMs: 5 * MINUTE } })
  const poll = harness.pull()
  await harness.reply(row?.id ?? '', 'Refused meanwhile')
  expect((await healthOf(harness, paused))?.state).toBe('rateLimited')
  await poll
  expect((await healthOf(harness, paused))?.state).toBe('rateLimited')
})

test('a pause of the list of accounts is no account’s, and is not run into at every poll', async () => {
  const { harness, paused } = await twoAccounts()
  harness.clock.ahead = 11 * MINUTE
  harness.sandbox.fault({ route: 'GET /accounts', times: 'always', effect: { rateLimited: 'iso' } })
  for (const minutes of [11, 12, 13]) {
    harness.clock.ahead = minutes * MINUTE
    await harness.pull()
  }
  expect(harness.sandbox.requests({ route: 'GET /accounts' })).toHaveLength(1)
  expect((await healthOf(harness, paused))?.state).toBe('upToDate')
})

test('marking much as read uses up nothing that a reply needs, or a poll', async () => {
  const { harness } = await twoAccounts({ budget: true, conversations: 70 })
  harness.clock.ahead = 2 * MINUTE
  const rows = await harness.db.conversations.filter((one) => one.channel === 'inbox').toArray()
  await harness.db.outbox.bulkAdd(
    rows.slice(1).map((row, at) => ({
      id: `mark-${String(at).padStart(3, '0')}`,
      kind: 'seen' as const,
      state: 'queued' as const,
      accountId: row.accountId,
      conversationId: row.id,
      createdAt: harness.now(),
      attempts: 0,
      nextAttemptAt: 0,
      error: null,
    })),
  )
  await harness.outbox.drain()
  expect(await harness.db.outbox.count()).toBeGreaterThan(0)
  await harness.reply(rows[0]?.id ?? '', 'Still goes out')
  expect(harness.sandbox.deliveries().map((one) => one.text)).toEqual(['Still goes out'])
  harness.sandbox.receive({ conversation: rows[0]?.key ?? '', text: 'Came meanwhile' })
  await harness.pull('background')
  expect(await harness.shown(rows[0]?.id ?? '', 'Came meanwhile')).toBe(1)
})

test('LinkedIn hears at once of what was read right after an import that used up its minute', async () => {
  const { harness } = await twoAccounts({ budget: true, conversations: 70, unread: 70 })
  const [account = ''] = await harness.db.accounts.toCollection().primaryKeys()
  const importing = harness.sync.api.listConversations({ accountId: account, count: 1 }, { lane: 'import' })
  await expect(importing).rejects.toMatchObject({ kind: 'budget' })
  const row = await harness.db.conversations
    .filter((one) => one.channel === 'inbox' && one.unread === 1)
    .first()
  await markRead(harness.db, row?.id ?? '', harness.now(), 'byPolicy')
  await harness.outbox.drain()
  expect(harness.sandbox.requests({ route: 'POST /messaging/mark-seen' })).toHaveLength(1)
})

test.each([
  ['for hours', { 'retry-after': '18000' }],
  ['for messages', { 'retry-after': '120', 'x-ratelimit-action': 'MESSAGE' }],
])(
  'a 429 that stops a message %s stops neither polls nor the replies of other threads',
  async (_, headers) => {
    const { harness, paused } = await twoAccounts({ unread: 0 })
    const [first, second] = await harness.db.conversations.where('accountId').equals(paused).toArray()
    harness.sandbox.fault({ route: SEND, effect: { status: 429, headers } })
    await harness.reply(first?.id ?? '', 'One too many')
    const [waiting] = await sendsOf(harness.db, first?.id ?? '')
    expect(waiting).toMatchObject({ state: 'queued', error: { kind: 'rateLimited' } })
    expect((waiting?.nextAttemptAt ?? 0) - harness.now()).toBeGreaterThan(MINUTE)
    harness.sandbox.receive({ conversation: second?.key ?? '', text: 'Are you there?' })
    harness.clock.ahead = MINUTE
    await harness.pull()
    expect(harness.arrivals.map(({ text }) => text)).toEqual(['Are you there?'])
    await harness.reply(second?.id ?? '', 'I am')
    expect(harness.sandbox.deliveries().map(({ text }) => text)).toEqual(['I am'])
    expect((await healthOf(harness, paused))?.state).toBe('upToDate')
  },
)
