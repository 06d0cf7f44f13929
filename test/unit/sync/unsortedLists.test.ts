import { expect, test } from 'vitest'
import type { ListWalk } from '../../../lib/domain/listWalk.ts'
import { countUnread } from '../../../lib/store/queries/conversations.ts'
import type { SandboxOptions } from '../../sandbox/options'
import { makeHarness } from '../harness.ts'

const LIST = { route: 'GET /conversations' }
const MINUTE = 60_000
const DAY = 24 * 3_600_000

/** Everything imported from a list that has Sales Navigator's threads behind all others. */
async function inboxFirst(options: SandboxOptions = {}) {
  const harness = await makeHarness({
    conversations: 80,
    accounts: [{ salesNavigator: true }],
    unread: 0,
    listOrder: 'inboxFirst',
    ...options,
  })
  await harness.connected()
  const [account] = await harness.db.accounts.toArray()
  const quiet = harness.sandbox.world.conversations().findLast(({ channel }) => channel === 'salesNav')
  /** A poll a minute later. */
  const poll = async () => {
    harness.clock.ahead += MINUTE
    harness.sandbox.clearRecorder()
    await harness.pull('background')
    return harness.sandbox.requests(LIST).length
  }
  return { harness, poll, id: account?.id ?? '', key: quiet?.key ?? '' }
}

/** A walk that found the list sorted, and rests until then (local ms). */
function sortedUntil(dueAt: number): ListWalk {
  return { dueAt, cursor: null, cursorAt: 0, pages: 1, isSorted: true, oldest: null }
}

test('a Sales Navigator message behind older rows, far down in the list, is found, stored, counted and told once', async () => {
  const { harness, poll, key } = await inboxFirst()
  harness.sandbox.receive({ conversation: key, text: 'Saw your InMail' })
  for (let i = 0; i < 4; i++) expect(await poll()).toBeLessThanOrEqual(2)
  const row = await harness.conversation(key)
  expect(row).toMatchObject({ channel: 'salesNav', unread: 1 })
  expect(await countUnread(harness.db)).toBe(1)
  expect(await harness.shown(row.id, 'Saw your InMail')).toBe(1)
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Saw your InMail'])
  expect(harness.sandbox.violations()).toEqual([])
})

test('what was there before the first import is no news, wherever the list has it', async () => {
  const harness = await makeHarness({
    conversations: 40,
    accounts: [{ salesNavigator: true }],
    listOrder: 'inboxFirst',
    pageCap: 5,
  })
  const quiet = harness.sandbox.world.conversations().findLast(({ channel }) => channel === 'salesNav')
  harness.sandbox.receive({ conversation: quiet?.key ?? '', text: 'Before' })
  await harness.connected()
  await harness.pull('background')
  expect(harness.arrivals).toEqual([])
  expect((await harness.conversation(quiet?.key ?? '')).unread).toBe(1)
})

test('a list that nobody has gone through yet is, at the next poll', async () => {
  const { harness, poll, id, key } = await inboxFirst()
  await harness.db.accounts.update(id, { listWalk: undefined })
  harness.sandbox.receive({ conversation: key, text: 'Hidden' })
  await poll()
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Hidden'])
})

test('that a list is no longer sorted is found out within a day', async () => {
  const { harness, poll, id, key } = await inboxFirst()
  await harness.db.accounts.update(id, { listWalk: sortedUntil(harness.now() + DAY) })
  harness.sandbox.receive({ conversation: key, text: 'First' })
  expect(await poll()).toBe(1)
  expect(harness.arrivals).toEqual([])
  harness.clock.ahead += DAY
  await poll()
  harness.sandbox.receive({ conversation: key, text: 'Second' })
  await poll()
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['First', 'Second'])
})

test('a list that was sorted and is none any more at its top is gone through at once', async () => {
  const { harness, poll, id, key } = await inboxFirst({ conversations: 24 })
  await harness.db.accounts.update(id, { listWalk: sortedUntil(harness.now() + DAY) })
  harness.sandbox.receive({ conversation: key, text: 'Hidden' })
  expect(await poll()).toBe(2)
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Hidden'])
})

test('a sorted list is gone through once a day, whatever channels it holds', async () => {
  const { harness, poll } = await inboxFirst({ listOrder: 'byTime' })
  await poll()
  expect(await poll()).toBe(1)
  harness.clock.ahead += DAY
  expect(await poll()).toBe(2)
  expect(await poll()).toBe(1)
  expect(harness.arrivals).toEqual([])
})

test('a long unsorted list is gone through over several polls, at a bounded number of requests', async () => {
  const { harness, poll, key } = await inboxFirst({ conversations: 200, pageCap: 5 })
  harness.sandbox.receive({ conversation: key, text: 'Far down' })
  let requests = 0
  for (let i = 0; i < 60; i++) {
    const made = await poll()
    expect(made).toBeLessThanOrEqual(16)
    requests += made
  }
  expect(requests).toBeLessThan(60 * 5)
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Far down'])
})

test('a page far down that cannot be read leaves the account well, and the walk is made anew', async () => {
  const { harness, poll, id, key } = await inboxFirst({ pageCap: 40 })
  harness.sandbox.receive({ conversation: key, text: 'Later' })
  harness.sandbox.fault({ ...LIST, skip: 2, times: 3, effect: { status: 500 } })
  await poll()
  await poll()
  expect((await harness.db.accounts.get(id))?.health.state).toBe('upToDate')
  harness.clock.ahead += 15 * MINUTE
  harness.sandbox.clearFaults()
  await poll()
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['Later'])
})

test('what comes while no poll can read it all is told, wherever the list has it, also where nothing was read before', async () => {
  const { harness, poll } = await inboxFirst({ conversations: 160, pageCap: 5 })
  const read = new Set((await harness.db.spans.toArray()).map((span) => span.conversationId))
  const rows = await harness.db.conversations.toArray()
  const quiet = rows.find(({ channel, id }) => channel === 'salesNav' && !read.has(id))?.key ?? ''
  const others = rows.filter(({ channel }) => channel !== 'salesNav')
  const since = (seconds: number) => Date.now() - 1_000 * seconds
  for (const [at, { key }] of others.entries())
    harness.sandbox.receive({ conversation: key, text: 'Meanwhile', sentAt: since(100) + at })
  harness.sandbox.receive({ conversation: quiet, text: 'Behind them all', sentAt: since(5) })
  for (let i = 0; i < 4; i++) await poll()
  expect(harness.arrivals.map(({ text }) => text).sort()).toEqual([
    'Behind them all',
    ...others.map(() => 'Meanwhile'),
  ])
})
