import { expect, test } from 'vitest'
import { pruneMessages } from '../../../lib/store/commits/pruneMessages.ts'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { messagesBefore, spansOf } from '../../../lib/store/queries/thread.ts'
import { loadGap } from '../../../lib/sync/loadGap.ts'
import { loadOlder } from '../../../lib/sync/loadOlder.ts'
import { openConversation, refreshConversation } from '../../../lib/sync/openConversation.ts'
import { type Harness, makeHarness } from '../harness.ts'

const ALL = { filter: 'all', accountId: null, limit: 1000 } as const

async function longThread(messages: number, options: Parameters<typeof makeHarness>[0] = {}) {
  const harness = await makeHarness({
    conversations: 3,
    accounts: 1,
    messagesPerConversation: (i) => (i === 0 ? messages : 2),
    ...options,
  })
  await harness.connected()
  const [row] = await listConversations(harness.db, ALL)
  if (!row) throw new Error('No conversation was imported')
  return { harness, row }
}

async function toTheBeginning(harness: Harness, conversationId: string): Promise<number> {
  for (let pages = 1; pages < 100; pages++) {
    if ((await loadOlder(harness.sync, conversationId)).complete) return pages
  }
  throw new Error('The beginning was never reached')
}

function allTexts(harness: Harness, key: string): string[] {
  const messages = harness.sandbox.world.conversation(key)?.thread.all() ?? []
  return [...messages].sort((a, b) => a.sentAt - b.sentAt).map((one) => one.text)
}

test('scrolling back reaches the beginning with every message once, in order', async () => {
  const { harness, row } = await longThread(730)
  const pages = await toTheBeginning(harness, row.id)
  expect(pages).toBeLessThan(10)
  expect(await harness.textsOf(row.id)).toEqual(allTexts(harness, row.key))
  const spans = await spansOf(harness.db, row.id)
  expect(spans).toHaveLength(1)
  expect(spans[0]?.beginning).toBe(true)
  expect(harness.sandbox.violations()).toEqual([])
})

test('scrolling back goes on after a restart, when the cursor is old and means nothing any more', async () => {
  const { harness, row } = await longThread(430)
  await loadOlder(harness.sync, row.id)
  harness.restart()
  harness.clock.ahead = 3_600_000
  harness.sandbox.fault({
    route: 'GET /conversations/:urn/messages',
    effect: { status: 400, body: { error: 'Invalid cursor' } },
  })
  await toTheBeginning(harness, row.id)
  expect(await harness.textsOf(row.id)).toEqual(allTexts(harness, row.key))
})

test('where older messages were pruned, scrolling back passes over all that is kept and brings them', async () => {
  const { harness, row } = await longThread(1_000)
  await toTheBeginning(harness, row.id)
  const [kept] = await messagesBefore(harness.db, row.id, null, 700)
  const pruning = { from: 0, before: kept?.sentAt ?? 0, most: 1_000, newest: 50, spare: new Set<string>() }
  await pruneMessages(harness.db, pruning)
  expect(await harness.textsOf(row.id)).toHaveLength(700)
  // The newest page read anew brings a cursor that leads on from there, far above what is missing.
  await openConversation(harness.sync, row.id)
  expect((await loadOlder(harness.sync, row.id)).added).toBeGreaterThan(0)
  await toTheBeginning(harness, row.id)
  expect(await harness.textsOf(row.id)).toEqual(allTexts(harness, row.key))
})

test('a page that fails leaves what is there and can be asked for again', async () => {
  const { harness, row } = await longThread(330)
  const before = await harness.textsOf(row.id)
  harness.sandbox.fault({ route: 'GET /conversations/:urn/messages', effect: { reset: true } })
  await expect(loadOlder(harness.sync, row.id)).rejects.toMatchObject({ kind: 'offline' })
  expect(await harness.textsOf(row.id)).toEqual(before)
  await toTheBeginning(harness, row.id)
  expect(await harness.textsOf(row.id)).toHaveLength(330)
})

test('a repeated cursor ends the walk instead of turning for ever', async () => {
  const { harness, row } = await longThread(330)
  harness.sandbox.fault({
    route: 'GET /conversations/:urn/messages',
    times: 'always',
    effect: { repeatCursor: true },
  })
  await toTheBeginning(harness, row.id)
})

test('a gap is closed from above until both stretches meet', async () => {
  const { harness, row } = await longThread(20, { pageCap: 5 })
  const start = Date.now()
  for (let i = 0; i < 90; i++) {
    harness.sandbox.receive({ conversation: row.key, text: `Burst ${i}`, sentAt: start + i * 500 })
  }
  harness.clock.ahead = 60_000
  await harness.pull()
  const upper = (await spansOf(harness.db, row.id)).at(-1)
  expect(await spansOf(harness.db, row.id)).toHaveLength(2)
  let from = upper?.from ?? 0
  for (let round = 0; round < 10; round++) {
    if ((await loadGap(harness.sync, row.id, from)).closed) break
    from = (await spansOf(harness.db, row.id)).at(-1)?.from ?? 0
  }
  expect(await spansOf(harness.db, row.id)).toHaveLength(1)
  const bursts = (await harness.textsOf(row.id)).filter((text) => text.startsWith('Burst'))
  expect(bursts).toEqual(Array.from({ length: 90 }, (_, i) => `Burst ${i}`))
})

test('opening a thread asks LinkedIn at most once a minute; a refresh asks only for what is newer', async () => {
  const { harness, row } = await longThread(80)
  harness.sandbox.clearRecorder()
  await openConversation(harness.sync, row.id)
  await openConversation(harness.sync, row.id)
  await refreshConversation(harness.sync, row.id)
  const queries = harness.sandbox.requests().map((request) => request.query)
  expect(queries.map((query) => query.sync)).toEqual(['true', 'false', 'false'])
  expect(queries.map((query) => query.since !== undefined)).toEqual([false, true, true])
  harness.clock.ahead = 61_000
  await openConversation(harness.sync, row.id)
  expect(harness.sandbox.requests().at(-1)?.query.sync).toBe('true')
})

test('opening a thread that was left out of the import fetches it', async () => {
  const harness = await makeHarness({ conversations: 60, accounts: 1 })
  await harness.connected()
  const old = (await listConversations(harness.db, ALL)).at(-1)
  expect(await harness.textsOf(old?.id ?? '')).toEqual([])
  await openConversation(harness.sync, old?.id ?? '')
  expect((await harness.textsOf(old?.id ?? '')).length).toBeGreaterThan(0)
  expect(harness.arrivals).toEqual([])
})
