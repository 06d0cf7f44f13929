import { expect, test } from 'vitest'
import { type Harness, makeHarness } from '../harness.ts'

const LIST = 'GET /conversations'
const MESSAGES = 'GET /conversations/:urn/messages'

/** An imported inbox, and one of its threads, which the API fails to give the messages of. */
async function withTroubledThread(effect: { status: number }) {
  const harness = await makeHarness({ conversations: 10, accounts: 1 })
  await harness.connected()
  const [row] = await harness.db.conversations.toArray()
  const key = row?.key ?? ''
  const lift = harness.sandbox.fault({ route: MESSAGES, conversation: key, times: 'always', effect })
  harness.sandbox.receive({ conversation: key, text: 'Hard to get' })
  await harness.pull()
  expect(harness.arrivals).toEqual([])
  return { harness, key, lift }
}

/** So many messages of people who never wrote before. */
function newcomers(harness: Harness, count: number): void {
  const now = harness.sandbox.now()
  for (let i = 0; i < count; i++) {
    // Each in a moment of its own, as the poll goes on through those of one moment.
    harness.sandbox.receive({ newConversation: true, text: `Newcomer ${i}`, sentAt: now - count + i })
  }
}

test('a thread that could not be read is read later, though others push it far down the list meanwhile', async () => {
  const { harness, lift } = await withTroubledThread({ status: 500 })
  newcomers(harness, 40)
  await harness.pull()
  expect(harness.arrivals).toHaveLength(40)
  harness.sandbox.clearRecorder()
  newcomers(harness, 1)
  lift()
  harness.restart()
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toContain('Hard to get')
  // It was not looked for in the list.
  expect(harness.sandbox.requests({ route: LIST }).map((request) => request.query.count)).toEqual(['20'])
  expect((await harness.db.accounts.toArray())[0]?.behind).toEqual([])
})

test('a thread that the API does not know is tried a few more times and then costs nothing', async () => {
  const { harness, key } = await withTroubledThread({ status: 404 })
  for (let polls = 0; polls < 30; polls++) {
    harness.clock.ahead += 60_000
    await harness.pull()
  }
  const tries = harness.sandbox.requests({ route: MESSAGES, conversation: key }).length
  expect(tries).toBeGreaterThan(2)
  expect(tries).toBeLessThan(10)
  harness.sandbox.clearRecorder()
  await harness.pull()
  expect(harness.sandbox.requests().map((request) => request.route)).toEqual([LIST])
})

test('more threads with news than a poll reads pages are found over several runs, each told once', async () => {
  const harness = await makeHarness({ conversations: 6, accounts: 1, pageCap: 2 })
  await harness.connected()
  newcomers(harness, 50)
  for (let polls = 0; polls < 4; polls++) {
    harness.sandbox.clearRecorder()
    await harness.pull()
    expect(harness.sandbox.requests({ route: LIST }).length).toBeLessThan(40)
  }
  expect(await harness.db.conversations.count()).toBe(56)
  const told = harness.arrivals.map((message) => message.text)
  expect(told.toSorted()).toEqual(Array.from({ length: 50 }, (_, i) => `Newcomer ${i}`).toSorted())
  expect((await harness.db.accounts.toArray())[0]?.import.stage).toBe('done')
})

test('when a page of the list fails, what the pages above it told is pulled before the account counts as failing', async () => {
  const harness = await makeHarness({ conversations: 10, accounts: 1 })
  await harness.connected()
  newcomers(harness, 40)
  harness.sandbox.fault({ route: LIST, skip: 1, times: 'always', effect: { status: 500 } })
  await harness.pull()
  expect(harness.arrivals).toHaveLength(20)
  expect((await harness.db.accounts.toArray())[0]?.health.state).toBe('error')
  harness.sandbox.clearFaults()
  await harness.pull()
  expect(new Set(harness.arrivals.map((message) => message.text)).size).toBe(40)
  expect(harness.arrivals).toHaveLength(40)
})
