import { expect, test } from 'vitest'
import type { Api } from '../../../lib/api/Api.ts'
import { countUnread, listConversations } from '../../../lib/store/queries/conversations.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import type { FaultEffect } from '../../sandbox/server/faults.ts'
import { makeHarness } from '../harness.ts'

const ALL = { filter: 'all', accountId: null, limit: 1000 } as const

test('the first import stores every conversation of every account and tells nobody', async () => {
  const harness = await makeHarness({ conversations: 130, accounts: 2 })
  await harness.connected()
  const rows = await listConversations(harness.db, ALL)
  expect(rows).toHaveLength(130)
  expect(new Set(rows.map((row) => row.accountId)).size).toBe(2)
  expect(harness.arrivals).toEqual([])
  expect(harness.sandbox.violations()).toEqual([])
  const unread = harness.sandbox.world.conversations().filter((one) => one.unreadCount > 0)
  expect(await countUnread(harness.db)).toBe(unread.length)
})

test('a list that tells whole seconds makes no news of what was there before', async () => {
  const over = (api: Api): Api => ({
    ...api,
    listConversations: async (...given) => {
      const answer = await api.listConversations(...given)
      const floored = (at: number | null) => at && Math.floor(at / 1000) * 1000
      const rows = answer.conversations.map((row) => ({
        ...row,
        lastActivityAt: floored(row.lastActivityAt),
      }))
      return { ...answer, conversations: rows.map((row) => ({ ...row, latest: null })) }
    },
  })
  const harness = await makeHarness({ conversations: 5, accounts: 1, over })
  harness.sandbox.receive({ text: 'Before', sentAt: Math.floor(Date.now() / 1000) * 1000 - 1 })
  await harness.connected()
  await harness.pull()
  expect(harness.arrivals).toEqual([])
  harness.sandbox.receive({ text: 'After', sentAt: Date.now() + 1000 })
  harness.clock.ahead = 2000
  await harness.pull()
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['After'])
})

test('the newest messages of what was active lately are there, older threads wait to be opened', async () => {
  const harness = await makeHarness({ conversations: 60 })
  await harness.connected()
  const line = Date.now() - 90 * 86_400_000
  for (const row of await listConversations(harness.db, ALL)) {
    const stored = (await harness.textsOf(row.id)).length
    if (row.lastActivityAt > line + 60_000) expect(stored, row.title).toBeGreaterThan(0)
    else if (row.lastActivityAt < line - 60_000) expect(stored, row.title).toBe(0)
  }
  const accounts = await harness.db.accounts.toArray()
  expect(accounts.map((account) => account.import.stage)).toEqual(['done', 'done'])
})

test('an import that was cut short anywhere goes on with what is left', async () => {
  const harness = await makeHarness({ conversations: 150, accounts: 1 })
  await harness.connect()
  harness.sandbox.fault({ route: 'GET /conversations', skip: 1, effect: { reset: true } })
  await harness.pull()
  expect(await harness.db.conversations.count()).toBeLessThan(150)
  harness.restart()
  harness.sandbox.fault({ route: 'GET /conversations/:urn/messages', skip: 5, effect: { reset: true } })
  await harness.pull()
  expect((await harness.db.accounts.toArray())[0]?.import.stage).toBe('messages')
  harness.restart()
  await harness.pull()
  const [account] = await harness.db.accounts.toArray()
  expect(account?.import.stage).toBe('done')
  expect(await harness.db.conversations.count()).toBe(150)
  expect(harness.arrivals).toEqual([])
})

test('an import that starts over, its cursor being too old, comes past what it knows and reaches the end', async () => {
  const harness = await makeHarness({ conversations: 80, accounts: 1, pageCap: 10 })
  await harness.connect()
  harness.sandbox.fault({ route: 'GET /conversations', skip: 5, effect: { reset: true } })
  await harness.pull()
  expect(await harness.db.conversations.count()).toBe(50)
  harness.restart()
  harness.clock.ahead = 10 * 60_000
  await harness.pull()
  expect(await harness.db.conversations.count()).toBe(80)
  expect((await harness.db.accounts.toArray())[0]?.import.stage).toBe('done')
})

test('a list that is empty because LinkedIn was never read is asked for once, then imported', async () => {
  const harness = await makeHarness({ conversations: 20, accounts: 1 })
  const id = harness.sandbox.world.accounts[0]?.id ?? ''
  harness.sandbox.setInitialSync(id, { completed: false, durationMs: 50 })
  await harness.connected()
  expect((await harness.db.accounts.get(id))?.import.stage).toBe('done')
  expect(await harness.db.conversations.count()).toBe(20)
  expect(harness.sandbox.requests({ route: 'POST /conversations/sync' })).toHaveLength(1)
})

test('an empty first page with a cursor into LinkedIn is not the end', async () => {
  const harness = await makeHarness({ conversations: 20, accounts: 1 })
  harness.sandbox.fault({ route: 'GET /conversations', effect: { emptyList: true } })
  await harness.connected()
  expect(await harness.db.conversations.count()).toBe(20)
})

test('what arrives while the import runs is told, what was there before is not', async () => {
  const harness = await makeHarness({ conversations: 30, accounts: 1 })
  await harness.connect()
  harness.sandbox.fault({ route: 'GET /conversations/:urn/messages', skip: 3, effect: { reset: true } })
  await harness.pull()
  const arrival = harness.sandbox.receive({ text: 'Are you still there?' })
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Are you still there?'])
  expect((await harness.conversation(arrival.conversation)).unread).toBe(1)
})

test('what arrives in a thread whose turn in the import has not come is told by the next poll', async () => {
  const harness = await makeHarness({ conversations: 40, accounts: 1, budget: true })
  await harness.connect()
  harness.sandbox.fault({ route: 'GET /conversations/:urn/messages', skip: 3, effect: { reset: true } })
  await harness.pull()
  const [account] = await harness.db.accounts.toArray()
  expect(account?.import.stage).toBe('messages')
  const waiting = await harness.db.conversations
    .filter((row) => row.syncedTo === null)
    .sortBy('lastActivityAt')
  const key = waiting[0]?.key ?? ''
  harness.sandbox.clearRecorder()
  harness.sandbox.receive({ conversation: key, text: 'Are you still there?' })
  // The import has used up its part of the budget; what the user waits for has places left.
  await harness.sync.memo.set('budget', { times: Array(30).fill(harness.now()), heldUntil: 0 })
  harness.restart()
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Are you still there?'])
  const [read] = harness.sandbox.requests({ route: 'GET /conversations/:urn/messages' })
  expect(read?.conversation).toBe(key)
})

test('while the import has used up its part of the minute, polls look for news all the same', async () => {
  const harness = await makeHarness({ conversations: 120, accounts: 1, budget: true })
  await harness.connect()
  await harness.pull('background')
  expect((await harness.db.accounts.toArray())[0]?.import.stage).toBe('messages')
  const [imported] = await harness.db.conversations.filter((row) => row.syncedTo !== null).toArray()
  harness.sandbox.receive({ conversation: imported?.key ?? '', text: 'Are you still there?' })
  await harness.pull('background')
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Are you still there?'])
})

test('a thread that could not be read during the import is read by a poll soon after', async () => {
  const harness = await makeHarness({ conversations: 8, accounts: 1 })
  await harness.connect()
  const effect = { rawBody: '{"messages": 7' }
  harness.sandbox.fault({ route: 'GET /conversations/:urn/messages', skip: 2, effect })
  await harness.pull()
  const [account] = await harness.db.accounts.toArray()
  expect(account?.import.stage).toBe('done')
  expect(account?.import.messagesDone).toBe(account?.import.messagesTotal)
  const unread = await harness.db.conversations.filter((row) => row.emptyLooks > 0).toArray()
  expect(unread).toHaveLength(1)
  expect(await harness.textsOf(unread[0]?.id ?? '')).toEqual([])
  harness.clock.ahead += 60_000
  await harness.pull()
  expect((await harness.textsOf(unread[0]?.id ?? '')).length).toBeGreaterThan(0)
  expect(harness.arrivals).toEqual([])
})

test('an import that was cut short counts the threads it has, and knows which ones wait', async () => {
  const harness = await makeHarness({ conversations: 30, accounts: 1 })
  await harness.connect()
  harness.sandbox.fault({ route: 'GET /conversations/:urn/messages', skip: 7, effect: { reset: true } })
  await harness.pull()
  const [account] = await harness.db.accounts.toArray()
  const waiting = await harness.db.conversations.filter((row) => row.syncedTo === null).count()
  expect(waiting).toBeGreaterThan(0)
  expect(account?.import.stage).toBe('messages')
  expect(account?.import.messagesDone).toBe((account?.import.messagesTotal ?? 0) - waiting)
})

test('an imported thread knows how far down it is complete', async () => {
  const harness = await makeHarness({
    conversations: 8,
    accounts: 1,
    messagesPerConversation: (i) => (i === 0 ? 120 : 3),
  })
  await harness.connected()
  const [long, short] = await listConversations(harness.db, ALL)
  const spans = await spansOf(harness.db, long?.id ?? '')
  expect(spans).toHaveLength(1)
  expect(spans[0]?.beginning).toBe(false)
  expect((await spansOf(harness.db, short?.id ?? ''))[0]?.beginning).toBe(true)
})

/** An account whose LinkedIn inbox was never read; the first time that is asked for, this happens. */
async function neverRead(effect: FaultEffect) {
  const harness = await makeHarness({ conversations: 20, accounts: 1 })
  const id = harness.sandbox.world.accounts[0]?.id ?? ''
  harness.sandbox.setInitialSync(id, { completed: false, durationMs: 0 })
  harness.sandbox.fault({ route: 'POST /conversations/sync', effect })
  await harness.connected()
  const asked = () => harness.sandbox.requests({ route: 'POST /conversations/sync' }).length
  const later = async (minutes: number) => {
    harness.clock.ahead += minutes * 60_000
    await harness.pull()
    return harness.db.accounts.get(id)
  }
  return { harness, id, asked, later }
}

test('where LinkedIn could not be asked to be read, that is asked for again once it can', async () => {
  const { harness, id, asked, later } = await neverRead({ rateLimited: 'retry-after', resetInMs: 60_000 })
  expect((await harness.db.accounts.get(id))?.health.state).toBe('rateLimited')
  await later(2)
  expect(asked()).toBe(2)
  expect((await later(1))?.import.stage).toBe('done')
  expect(await harness.db.conversations.count()).toBe(20)
})

test('a full sync that failed is asked for again, but not soon', async () => {
  const { harness, asked, later } = await neverRead({ status: 500 })
  expect((await later(5))?.import.stage).toBe('preparing')
  expect(asked()).toBe(1)
  await later(11)
  expect(asked()).toBe(2)
  expect((await later(1))?.import.stage).toBe('done')
  expect(await harness.db.conversations.count()).toBe(20)
})

test('an empty inbox of an API that tells no status is imported, and the first message in it is news', async () => {
  const harness = await makeHarness({ conversations: 0, accounts: 1 })
  const effect = { status: 404 }
  harness.sandbox.fault({ route: 'GET /conversations/sync/status', times: 'always', effect })
  await harness.connected()
  await harness.pull()
  expect((await harness.db.accounts.toArray())[0]).toMatchObject({
    import: { stage: 'done' },
    health: { state: 'upToDate' },
  })
  harness.sandbox.receive({ newConversation: true, text: 'The very first' })
  await harness.pull()
  expect(harness.arrivals.map(({ text }) => text)).toEqual(['The very first'])
})

test('what an empty list shows once LinkedIn was read at last is no news', async () => {
  const harness = await makeHarness({ conversations: 5, accounts: 1 })
  const id = harness.sandbox.world.accounts[0]?.id ?? ''
  harness.sandbox.setInitialSync(id, { completed: false, durationMs: 0 })
  const gone = ['GET /conversations/sync/status', 'POST /conversations/sync'].map((route) =>
    harness.sandbox.fault({ route, times: 'always', effect: { status: 404 } }),
  )
  await harness.connected()
  await harness.pull()
  expect((await harness.db.accounts.get(id))?.import.stage).toBe('done')
  for (const lift of gone) lift()
  harness.sandbox.setInitialSync(id, { completed: true })
  await harness.pull()
  expect(await harness.db.conversations.count()).toBe(5)
  expect(harness.arrivals).toEqual([])
})
