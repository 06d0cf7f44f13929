import { expect, test } from 'vitest'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { openConversation } from '../../../lib/sync/openConversation.ts'
import { makeHarness } from '../harness.ts'

const MESSAGES = 'GET /conversations/:urn/messages'

/** An imported thread of ten messages, and its messages as the API has them, newest first. */
async function openThread() {
  const harness = await makeHarness({ conversations: 3, accounts: 1, messagesPerConversation: 10 })
  await harness.connected()
  const [row] = await listConversations(harness.db, { filter: 'all', accountId: null, limit: 1 })
  if (!row) throw new Error('No conversation was imported')
  const real = () => harness.sandbox.world.conversation(row.key)?.thread.all() ?? []
  return {
    harness,
    row,
    real,
    texts: () =>
      real()
        .map((message) => message.text)
        .reverse(),
    recall: (place: number) => harness.sandbox.recall(real()[place]?.key ?? ''),
    open: () => openConversation(harness.sync, row.id),
  }
}

test('a recalled message is gone when the thread is opened, wherever it stood', async () => {
  const { harness, row, texts, recall, open } = await openThread()
  for (const place of [7, 3, 0]) recall(place)
  await open()
  expect(await harness.textsOf(row.id)).toEqual(texts())
  expect((await harness.conversation(row.key)).preview?.text).toBe(texts().at(-1))
  expect(harness.arrivals).toEqual([])
})

test('a poll that brings something new does not take away what it was not asked for', async () => {
  const { harness, row, texts, recall } = await openThread()
  const before = texts()
  recall(4)
  harness.sandbox.receive({ conversation: row.key, text: 'And another thing' })
  await harness.pull()
  expect(await harness.textsOf(row.id)).toEqual([...before, 'And another thing'])
})

test('a recalled message stays while the page has a row that cannot be read, and goes with the next whole one', async () => {
  const { harness, row, texts, recall, open } = await openThread()
  const before = texts()
  recall(4)
  harness.sandbox.fault({ route: MESSAGES, effect: { badRow: true } })
  await open()
  expect(await harness.textsOf(row.id)).toEqual(before)
  expect(harness.rejected.length).toBeGreaterThan(0)
  harness.clock.ahead = 61_000
  await open()
  expect(await harness.textsOf(row.id)).toEqual(texts())
})

test('a message that has just come and is recalled at once stays until it is old enough to be sure', async () => {
  const { harness, row, texts, real, open } = await openThread()
  const time = Date.now()
  harness.sandbox.receive({ conversation: row.key, text: 'Oops', sentAt: time - 60_000 })
  await harness.pull()
  expect(await harness.textsOf(row.id)).toContain('Oops')
  harness.sandbox.recall(real().find((message) => message.text === 'Oops')?.key ?? '')
  await open()
  expect(await harness.textsOf(row.id)).toContain('Oops')
  expect(texts()).not.toContain('Oops')
})

test('a page further down says nothing about what is newer', async () => {
  const { harness, row, texts, open } = await openThread()
  const hourAgo = Date.now() - 3_600_000
  for (let i = 0; i < 80; i++) {
    harness.sandbox.receive({ conversation: row.key, text: `News ${i}`, sentAt: hourAgo + i * 1_000 })
  }
  await open()
  const asked = harness.sandbox
    .requests({ route: MESSAGES })
    .filter((request) => request.query.sync === 'true')
  expect(asked.length).toBeGreaterThan(1)
  expect(await harness.textsOf(row.id)).toEqual(texts())
})
