import { expect, test } from 'vitest'
import { CACHE_TABLES, type Database } from '../../../lib/store/database.ts'
import { countUnread } from '../../../lib/store/queries/conversations.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { makeHarness } from '../harness.ts'

function countWrites(db: Database): () => number {
  let writes = 0
  for (const name of CACHE_TABLES) {
    const table = db.table(name)
    table.hook('creating', () => void writes++)
    table.hook('updating', () => void writes++)
    table.hook('deleting', () => void writes++)
  }
  return () => writes
}

test('a poll with nothing new is one request an account and no write to the cache', async () => {
  const harness = await makeHarness({ conversations: 80, accounts: 2 })
  await harness.connected()
  await harness.pull()
  harness.sandbox.clearRecorder()
  const writes = countWrites(harness.db)
  await harness.pull()
  expect(harness.sandbox.requests().map((request) => request.route)).toEqual([
    'GET /conversations',
    'GET /conversations',
  ])
  expect(writes()).toBe(0)
})

test('a new message is stored once, counted, told once, and moves its row up', async () => {
  const harness = await makeHarness({ conversations: 30, accounts: 1 })
  await harness.connected()
  const before = await countUnread(harness.db)
  const quiet = (await harness.db.conversations.filter((row) => row.unread === 0).toArray()).at(-1)
  harness.sandbox.receive({ conversation: quiet?.key ?? '', text: 'Hello again' })
  await harness.pull()
  await harness.pull()
  const row = await harness.conversation(quiet?.key ?? '')
  expect(row.unread).toBe(1)
  expect(row.preview).toMatchObject({ text: 'Hello again', own: false })
  expect(await countUnread(harness.db)).toBe(before + 1)
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Hello again'])
  expect((await harness.textsOf(row.id)).filter((text) => text === 'Hello again')).toHaveLength(1)
})

test('a first message of somebody new is told', async () => {
  const harness = await makeHarness({ conversations: 10, accounts: 1 })
  await harness.connected()
  harness.sandbox.receive({ newConversation: true, text: 'We have not met' })
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toEqual(['We have not met'])
})

test('own messages written elsewhere are stored as own and not told', async () => {
  const harness = await makeHarness({ conversations: 10, accounts: 1 })
  await harness.connected()
  const [row] = await harness.db.conversations.toArray()
  harness.sandbox.writeElsewhere(row?.key ?? '', 'Sent from my phone')
  await harness.pull()
  expect(harness.arrivals).toEqual([])
  const stored = await harness.db.messages.filter((one) => one.text === 'Sent from my phone').first()
  expect(stored?.own).toBe(true)
  expect((await harness.conversation(row?.key ?? '')).preview).toMatchObject({ own: true })
})

test('what was read elsewhere is read here', async () => {
  const harness = await makeHarness({ conversations: 10, accounts: 1, unread: 3 })
  await harness.connected()
  const row = await harness.db.conversations.filter((one) => one.unread === 1).first()
  harness.sandbox.readElsewhere(row?.key ?? '')
  await harness.pull()
  expect((await harness.conversation(row?.key ?? '')).unread).toBe(0)
})

test('many new threads after a long sleep are all found, however many pages they fill', async () => {
  const harness = await makeHarness({ conversations: 40, accounts: 1 })
  await harness.connected()
  for (let i = 0; i < 90; i++) harness.sandbox.receive({ newConversation: true, text: `New ${i}` })
  await harness.pull()
  expect(await harness.db.conversations.count()).toBe(130)
  expect(harness.arrivals).toHaveLength(90)
})

test('a poll that broke off while reading the list starts from the same ground again', async () => {
  const harness = await makeHarness({ conversations: 40, accounts: 1 })
  await harness.connected()
  for (let i = 0; i < 60; i++) harness.sandbox.receive({ newConversation: true, text: `New ${i}` })
  harness.sandbox.fault({ route: 'GET /conversations', skip: 1, effect: { reset: true } })
  await harness.pull()
  harness.restart()
  await harness.pull()
  expect(await harness.db.conversations.count()).toBe(100)
  expect(new Set(harness.arrivals.map((message) => message.text)).size).toBe(60)
})

test('one thread that cannot be read does not keep the others waiting, and is read at the next poll', async () => {
  const harness = await makeHarness({ conversations: 10, accounts: 1 })
  await harness.connected()
  const [a, b] = await harness.db.conversations.toArray()
  harness.sandbox.receive({ conversation: a?.key ?? '', text: 'to A' })
  harness.sandbox.receive({ conversation: b?.key ?? '', text: 'to B' })
  harness.sandbox.fault({
    route: 'GET /conversations/:urn/messages',
    conversation: b?.key ?? '',
    times: 2,
    effect: { status: 500 },
  })
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toEqual(['to A'])
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toEqual(['to A', 'to B'])
})

test('a message the API has not fetched from LinkedIn yet is asked for there', async () => {
  const harness = await makeHarness({ conversations: 10, accounts: 1 })
  await harness.connected()
  harness.sandbox.receive({ text: 'Slow one', awaitsSync: true })
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Slow one'])
  expect(harness.sandbox.requests().some((request) => request.query.sync === 'true')).toBe(true)
})

test('more new messages than the pages allow leave a gap, not a lie', async () => {
  const harness = await makeHarness({ conversations: 3, accounts: 1, pageCap: 5 })
  await harness.connected()
  const [row] = await harness.db.conversations.toArray()
  const start = Date.now()
  for (let i = 0; i < 80; i++) {
    harness.sandbox.receive({ conversation: row?.key ?? '', text: `Burst ${i}`, sentAt: start + i * 1000 })
  }
  harness.clock.ahead = 90_000
  await harness.pull()
  const spans = await spansOf(harness.db, row?.id ?? '')
  expect(spans).toHaveLength(2)
  expect(await harness.textsOf(row?.id ?? '')).toContain('Burst 79')
})

test('one account that fails leaves the other up to date', async () => {
  const harness = await makeHarness({ conversations: 20, accounts: 2 })
  await harness.connected()
  const [first, second] = await harness.db.accounts.toArray()
  harness.sandbox.fault({ accountId: first?.id ?? '', times: 'always', effect: { status: 403 } })
  harness.sandbox.receive({ accountId: second?.id ?? '', text: 'Through' })
  await harness.pull()
  expect((await harness.db.accounts.get(first?.id ?? ''))?.health.state).toBe('subscriptionNeeded')
  expect((await harness.db.accounts.get(second?.id ?? ''))?.health.state).toBe('upToDate')
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Through'])
})

test('a pause the API asks for is kept, and ends by itself', async () => {
  const harness = await makeHarness({ conversations: 10, accounts: 1 })
  await harness.connected()
  harness.sandbox.fault({ route: 'GET /conversations', effect: { rateLimited: 'iso', resetInMs: 120_000 } })
  await harness.pull()
  harness.sandbox.clearRecorder()
  await harness.pull()
  expect(harness.sandbox.requests()).toEqual([])
  harness.clock.ahead = 130_000
  await harness.pull()
  expect((await harness.db.accounts.toArray())[0]?.health.state).toBe('upToDate')
})

test('a message of the very moment of the one before it is found by its count', async () => {
  const harness = await makeHarness({ conversations: 5, accounts: 1, unread: 0 })
  await harness.connected()
  const { conversation, sentAt } = harness.sandbox.receive({ text: 'One' })
  await harness.pull()
  harness.sandbox.receive({ conversation, sentAt, text: 'Two' })
  await harness.pull()
  const row = await harness.conversation(conversation)
  expect((await harness.textsOf(row.id)).filter((text) => ['One', 'Two'].includes(text))).toHaveLength(2)
  expect(row.unreadCount).toBe(2)
  harness.sandbox.clearRecorder()
  await harness.pull()
  expect(harness.sandbox.requests()).toHaveLength(1)
})

test.each([
  ['before the first import', true],
  ['since the last poll', false],
])(
  'a crowd active in one moment, %s, is read whole once and then costs a request a poll',
  async (_, before) => {
    const harness = await makeHarness({ conversations: 90, accounts: 1, unread: 0 })
    const { world } = harness.sandbox
    // Newer than all else in that world, and over for a minute.
    const sentAt = Date.now() - 90_000
    const crowd = world.conversations().slice(0, 70)
    const send = () => {
      for (const one of crowd) world.append(one, { sender: 'owner', text: 'Campaign', sentAt })
    }
    if (before) send()
    await harness.connected()
    if (!before) send()
    for (let i = 0; i < 4; i++) await harness.pull('background')
    harness.sandbox.clearRecorder()
    await harness.pull('background')
    expect(harness.sandbox.requests()).toHaveLength(1)
    const { conversation } = harness.sandbox.receive({
      conversation: crowd.at(-1)?.key ?? '',
      text: 'An answer',
    })
    await harness.pull('background')
    expect((await harness.conversation(conversation)).unread).toBe(1)
    expect(await harness.db.messages.filter(({ text }) => text === 'Campaign').count()).toBe(70)
  },
)

test('a message of the moment of a crowd, which has just been read, is found among it', async () => {
  const harness = await makeHarness({ conversations: 90, accounts: 1, unread: 0 })
  await harness.connected()
  const { world } = harness.sandbox
  const sentAt = Date.now()
  const [last, ...crowd] = world.conversations().slice(0, 71)
  for (const one of crowd) world.append(one, { sender: 'owner', text: 'Campaign', sentAt })
  await harness.pull('background')
  harness.sandbox.receive({ conversation: last?.key ?? '', text: 'In that moment', sentAt })
  await harness.pull('background')
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['In that moment'])
})

test('of more new messages than a page holds, all are told, once, and read from where they were', async () => {
  const harness = await makeHarness({ conversations: 3, accounts: 1, pageCap: 5, unread: 0 })
  await harness.connected()
  const [row] = await harness.db.conversations.toArray()
  const start = Date.now()
  for (let i = 0; i < 18; i++) {
    harness.sandbox.receive({ conversation: row?.key ?? '', text: `Burst ${i}`, sentAt: start + i * 1000 })
  }
  harness.clock.ahead = 30_000
  await harness.pull()
  await harness.pull()
  const told = harness.arrivals.map(({ text }) => text).sort()
  expect(told).toEqual(Array.from({ length: 18 }, (_, i) => `Burst ${i}`).sort())
  expect(await harness.conversation(row?.key ?? '')).toMatchObject({ unread: 1, unreadCount: 18 })
})
