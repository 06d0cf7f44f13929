// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest'
import { ThreadFeed } from '../../../../components/thread/ThreadFeed.ts'
import { readNewestScreen } from '../../../../lib/store/queries/newestScreen.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'
import { eventually } from '../../patience.ts'

const conversationId = 'account-1/inbox/2-thread'

async function feedAt(total: number, index: number | null) {
  const db = openDatabase()
  // Pairs share their millisecond, so that the key decides.
  const messages = Array.from({ length: total }, (_, i) =>
    makeMessage({
      conversationId,
      key: `k${String(i).padStart(5, '0')}`,
      sentAt: 1_000 + (i >> 1),
      text: `${i}`,
    }),
  )
  await db.messages.bulkAdd(messages)
  const feed = new ThreadFeed(db, conversationId, index === null ? null : (messages[index]?.id ?? null))
  onTestFinished(() => feed.close())
  feed.open()
  const range = () => feed.getState().rows.map(({ text }) => Number(text))
  const shows = (from: number, to: number) =>
    eventually(() => expect(range()).toEqual(Array.from({ length: to - from + 1 }, (_, i) => from + i)))
  return { db, feed, messages, shows }
}

test('around a message, pages come in both directions without a hole or a double, up to both ends', async () => {
  const { feed, shows } = await feedAt(600, 301)
  await shows(201, 400)
  expect(feed.getState()).toMatchObject({
    ready: true,
    more: true,
    before: { text: '200' },
    after: { text: '401' },
  })
  feed.extendDown()
  feed.extend()
  await shows(101, 500)
  await eventually(() => expect(feed.getState().after?.text).toBe('501'))
  feed.extendDown()
  await shows(101, 599)
  expect(feed.getState().after).toBeNull()
  feed.extendDown()
  feed.extend()
  await shows(1, 599)
  feed.extend()
  await shows(0, 599)
  expect(feed.getState()).toMatchObject({ more: false, before: null, after: null })
})

test('what comes in shows once the end is reached, and not before', async () => {
  const { db, feed, shows } = await feedAt(250, 100)
  await shows(0, 199)
  await db.messages.add(makeMessage({ conversationId, sentAt: 9_000, text: '250' }))
  feed.extendDown()
  await shows(0, 250)
  await db.messages.add(makeMessage({ conversationId, sentAt: 9_001, text: '251' }))
  await shows(0, 251)
})

test('what is recalled among the shown goes, at the edge below too', async () => {
  const { db, feed, messages, shows } = await feedAt(205, 100)
  await shows(0, 199)
  await db.messages.bulkDelete(messages.slice(199).map(({ id }) => id))
  await shows(0, 198)
  feed.extendDown()
  await eventually(() => expect(feed.getState().after).toBeNull())
  await db.messages.add(makeMessage({ conversationId, sentAt: 9_000, text: '199' }))
  await shows(0, 199)
})

test('what is known of a thread is there before anything is read, and more comes above it without replacing it', async () => {
  const { db, messages } = await feedAt(200, 0)
  const first = await readNewestScreen(db, conversationId, 30)
  const feed = new ThreadFeed(db, conversationId, null, first)
  onTestFinished(() => feed.close())
  expect(feed.getState()).toMatchObject({
    ready: true,
    rows: first.messages,
    before: first.before,
    more: true,
  })
  feed.open()
  await eventually(() => {
    feed.extend()
    expect(feed.getState().rows.length).toBeGreaterThan(first.messages.length)
  })
  const shown = feed.getState().rows
  expect(shown.slice(-first.messages.length).every((row, n) => row === first.messages[n])).toBe(true)
  await db.messages.add(makeMessage({ conversationId, sentAt: 9_000, text: 'new' }))
  await eventually(() => expect(feed.getState().rows.at(-1)?.text).toBe('new'))
  expect(feed.getState().rows.at(-2)).toBe(first.messages.at(-1))
  await db.messages.delete(messages.at(-1)?.id ?? '')
  await eventually(() => expect(feed.getState().rows.at(-2)?.id).toBe(messages.at(-2)?.id))
})

test('a change in the moment in which older ones are brought hides none of them', async () => {
  const { db, feed, messages, shows } = await feedAt(1_200, null)
  await shows(1_100, 1_199)
  // As scrolling does: whenever something is told, more is asked for.
  let asks = false
  onTestFinished(feed.subscribe(() => asks && feed.extend()))
  for (let oldest = 1_100; oldest > 0; oldest -= 100) {
    asks = false
    await db.messages.update(messages[oldest - 1]?.id ?? '', { senderName: `Changed ${oldest}` })
    asks = true
    feed.extend()
    await eventually(() => expect(Number(feed.getState().rows[0]?.text)).toBeLessThan(oldest))
  }
  await shows(0, 1_199)
})
