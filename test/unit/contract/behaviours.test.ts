import { expect, test } from 'vitest'
import { openConversation } from '../../../lib/sync/openConversation.ts'
import { DIALECTS, expectTheWorld, makeInbox, readAll, threadOf } from './support.ts'

// What the contract (section 9) wants a stand-in to reproduce, as far as it is none of the numbered contradictions.
// The others: ISO and numeric times 8.2 · missing sender ids, lying isSentByOwner 8.5 · two mailbox prefixes, beside 8.5 ·
// attachments null 8.8 · error bodies and 403 8.1 · 429 in three spellings 8.13, 8.15 · 200 with success:false, bare
// arrays 8.21, 8.17 · unreadOnly 8.3. A send that timed out but was delivered: unit/outbox.

const LIST = 'GET /conversations'
const MESSAGES = 'GET /conversations/:urn/messages'

test.each(DIALECTS)(
  'an empty first list with a linkedin: cursor is followed (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect })
    harness.sandbox.fault({ route: LIST, times: 2, effect: { emptyList: true } })
    await readAll(harness)
    await expectTheWorld(harness)
  },
)

test.each(DIALECTS)('a repeated cursor ends the list (%s dialect)', async (dialect) => {
  const harness = await makeInbox({ dialect })
  harness.sandbox.fault({ route: LIST, times: 'always', effect: { repeatCursor: true } })
  await harness.connected()
  expect(await harness.db.conversations.count()).toBe(12)
  harness.sandbox.clearRecorder()
  await harness.pull()
  expect(harness.sandbox.requests({ route: LIST }).length).toBeLessThanOrEqual(4)
})

test.each(DIALECTS)(
  'answers whose socket never closes are read all the same (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect })
    harness.sandbox.fault({ times: 'always', effect: { neverClose: true } })
    await readAll(harness)
    await expectTheWorld(harness)
    const { id, key } = await harness.conversation(threadOf(harness).key)
    await harness.reply(id, 'Over an open socket')
    await harness.pull()
    expect(harness.sandbox.deliveries(key)).toHaveLength(1)
    expect(await harness.db.outbox.toArray()).toEqual([])
  },
)

test.each(DIALECTS)('a slow sync=true holds up nobody but who asked for it (%s dialect)', async (dialect) => {
  const harness = await makeInbox({ dialect, syncDelayMs: 1_500 })
  await harness.connected()
  const { id } = await harness.conversation(threadOf(harness).key)
  const opening = openConversation(harness.sync, id)
  harness.sandbox.receive({ text: 'Meanwhile' })
  await harness.pull()
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Meanwhile'])
  const slow = harness.sandbox
    .requests({ route: MESSAGES })
    .filter((request) => request.query.sync === 'true')
  expect(slow.map((request) => request.status)).toEqual([null])
  await opening
})

test.each(DIALECTS)('an HTML page with 502 costs nothing but time (%s dialect)', async (dialect) => {
  const harness = await makeInbox({ dialect })
  await harness.connected()
  harness.sandbox.receive({ text: 'Behind the gateway' })
  harness.sandbox.fault({ route: LIST, times: 2, effect: { status: 502, html: true } })
  await harness.pull()
  expect((await harness.db.accounts.toArray()).map((account) => account.health.state)).toEqual([
    'error',
    'error',
  ])
  expect(await harness.db.conversations.count()).toBe(12)
  harness.clock.ahead = 61_000
  await harness.pull()
  expect((await harness.db.accounts.toArray()).map((account) => account.health.state)).toEqual([
    'upToDate',
    'upToDate',
  ])
  expect(harness.arrivals.map((message) => message.text)).toEqual(['Behind the gateway'])
})

test.each(DIALECTS)(
  'a list that is short because LinkedIn is still being read is read again when it is whole (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect, conversations: 24 })
    const { accounts } = harness.sandbox.world
    for (const { id } of accounts)
      harness.sandbox.setInitialSync(id, { startedAt: harness.sandbox.now() - 500, durationMs: 1_000 })
    await harness.connected()
    expect(await harness.db.conversations.count()).toBeLessThan(24)
    await expect
      .poll(async () => {
        await harness.pull()
        return (await harness.db.accounts.toArray()).map((account) => account.import.stage)
      })
      .toEqual(['done', 'done'])
    await readAll(harness)
    await expectTheWorld(harness)
    expect(harness.arrivals).toEqual([])
  },
)

test('a sync that never completes does not keep what is there from being read', async () => {
  const harness = await makeInbox()
  const never = {
    success: true,
    accounts: [{ syncState: { initialSyncCompleted: false, syncInProgress: false } }],
  }
  harness.sandbox.fault({
    route: 'GET /conversations/sync/status',
    times: 'always',
    effect: { status: 200, body: never },
  })
  await harness.connected()
  await harness.pull()
  expect((await harness.db.accounts.toArray()).map((account) => account.import.stage)).toEqual([
    'done',
    'done',
  ])
  expect(harness.sandbox.requests({ route: 'POST /conversations/sync' })).toHaveLength(2)
  await readAll(harness)
  await expectTheWorld(harness)
})
