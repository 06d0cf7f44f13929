import { expect, test } from 'vitest'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import type { SeenPolicy } from '../../../lib/domain/settings.ts'
import { markRead, markUnread, setStarred } from '../../../lib/store/intents/marks.ts'
import { editReply, enqueueReply } from '../../../lib/store/intents/replies.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { makeHarness } from '../harness.ts'

const SEEN = 'POST /messaging/mark-seen'
const SALES_NAV_READ = 'POST /sales-nav/mark-read'
const MINUTE = 60_000

/** An imported inbox of two accounts, and an unread thread of a channel in it. */
async function inbox(channel: Conversation['channel'] = 'inbox') {
  const harness = await makeHarness({ accounts: 2, conversations: 20, unread: 0 })
  const target = harness.sandbox.world.conversations().find((one) => one.channel === channel)
  harness.sandbox.receive({ conversation: target?.key ?? '', text: 'Are you there?' })
  await harness.connected()
  const row = await harness.conversation(target?.key ?? '')
  expect(row.unread).toBe(1)
  harness.sandbox.clearRecorder()
  const { sandbox, db } = harness
  const look = () => markRead(db, row.id, harness.now(), 'byPolicy')
  const policy = (of: SeenPolicy, accountId = row.accountId) =>
    saveSetting(db, 'seenPolicy', { [accountId]: of })
  const seen = () =>
    sandbox.requests({ method: 'POST' }).filter(({ route }) => [SEEN, SALES_NAV_READ].includes(route))
  const isUnread = async () => (await harness.conversation(row.key)).unread === 1
  const serverUnread = () => sandbox.world.conversation(row.key)?.unreadCount
  return { harness, sandbox, db, row, look, policy, seen, isUnread, serverUnread }
}

test('told on reading: LinkedIn hears of it once, of that thread and account only', async () => {
  const { harness, row, look, seen, isUnread, serverUnread } = await inbox()
  await look()
  await harness.outbox.drain()
  await harness.pull()
  await look()
  await harness.outbox.drain()
  expect(seen()).toMatchObject([
    { route: SEEN, body: { accountId: row.accountId, conversationUrn: row.urn } },
  ])
  expect(serverUnread()).toBe(0)
  expect(await isUnread()).toBe(false)
  expect(harness.sandbox.violations()).toEqual([])
})

test('a Sales Navigator thread is marked read through its own endpoint', async () => {
  const { harness, row, look, seen, serverUnread } = await inbox('salesNav')
  await look()
  await harness.outbox.drain()
  expect(seen()).toMatchObject([
    { route: SALES_NAV_READ, body: { accountId: row.accountId, threadId: row.salesNavThreadId } },
  ])
  expect(serverUnread()).toBe(0)
  expect(harness.sandbox.violations()).toEqual([])
})

test.each(['inbox', 'salesNav'] as const)(
  'told on reply only (%s): reading tells nothing, a reply taken back neither, one that goes out does',
  async (channel) => {
    const { harness, db, row, look, policy, seen, isUnread, serverUnread } = await inbox(channel)
    await policy('onReply')
    await saveSetting(db, 'undoSeconds', 10)
    await look()
    await harness.outbox.drain()
    const taken = await enqueueReply(db, row.id, 'Wait', harness.now())
    await harness.outbox.drain()
    await editReply(db, taken.id, harness.now())
    harness.clock.ahead = MINUTE
    await harness.outbox.drain()
    expect(seen()).toEqual([])
    expect(serverUnread()).toBe(1)
    expect(await isUnread()).toBe(false)

    await harness.reply(row.id, 'Here I am')
    harness.clock.ahead = 2 * MINUTE
    await harness.outbox.drain()
    await harness.outbox.drain()
    expect(harness.sandbox.deliveries().map(({ text }) => text)).toEqual(['Here I am'])
    expect(seen()).toMatchObject([
      { route: channel === 'inbox' ? SEEN : SALES_NAV_READ, conversation: row.key },
    ])
  },
)

test('told never: neither reading nor replying tells, and polls leave it read here', async () => {
  const { harness, row, look, policy, seen, isUnread } = await inbox()
  await policy('never')
  await look()
  await harness.reply(row.id, 'Not a word of it')
  await harness.pull()
  harness.clock.ahead = MINUTE
  await harness.outbox.drain()
  await harness.pull()
  expect(seen()).toEqual([])
  expect(await isUnread()).toBe(false)
})

test('the policy of one account is not that of another', async () => {
  const { harness, row, look, policy, seen } = await inbox()
  const other = harness.sandbox.world.accounts.find(({ id }) => id !== row.accountId)
  await policy('never', other?.id)
  await look()
  await harness.outbox.drain()
  expect(seen()).toHaveLength(1)
})

test.each([404, 410])(
  'with the endpoint gone (%i) reading stays a matter of this machine, without further tries',
  async (status) => {
    const { harness, sandbox, db, look, seen, isUnread, serverUnread } = await inbox()
    sandbox.fault({ route: SEEN, times: 'always', effect: { status } })
    await look()
    await harness.outbox.drain()
    for (let minute = 1; minute < 30; minute++) {
      harness.clock.ahead = minute * MINUTE
      await harness.outbox.drain()
      if (minute % 10 === 0) await harness.pull()
    }
    expect(seen()).toHaveLength(1)
    expect(await db.outbox.count()).toBe(0)
    expect(serverUnread()).toBe(1)
    expect(await isUnread()).toBe(false)

    const thread = sandbox.receive({ conversation: seen()[0]?.conversation ?? '', text: 'One more thing' })
    await harness.pull()
    expect((await harness.conversation(thread.conversation)).unread).toBe(1)
  },
)

test('where LinkedIn cannot be told now it is told later, once', async () => {
  const { harness, sandbox, look, seen, isUnread, serverUnread } = await inbox()
  sandbox.fault({ route: SEEN, times: 3, effect: { status: 502 } })
  await look()
  for (let minute = 0; minute < 10; minute++) {
    harness.clock.ahead = minute * MINUTE
    await harness.outbox.drain()
    expect(await isUnread()).toBe(false)
  }
  expect(seen().map(({ status }) => status)).toEqual([502, 502, 502, 200])
  expect(serverUnread()).toBe(0)
})

test('read and then marked unread before either went out, LinkedIn hears the last word only', async () => {
  const { harness, sandbox, db, row, look, seen, isUnread } = await inbox()
  await sandbox.pause()
  await look()
  await harness.outbox.drain()
  await markUnread(db, row.id, harness.now())
  await sandbox.resume()
  harness.clock.ahead = MINUTE
  await harness.outbox.drain()
  expect(seen()).toEqual([])
  expect(sandbox.requests({ route: 'PATCH /conversations/:urn/mark-unread' })).toHaveLength(1)
  expect(await isUnread()).toBe(true)
})

test('stars go out with no account in the request, as the API resolves it from the thread', async () => {
  const { harness, db, row } = await inbox()
  await setStarred(db, row.id, true, harness.now())
  await harness.outbox.drain()
  expect(harness.sandbox.requests({ method: 'PATCH' })).toMatchObject([
    { query: {}, body: null, status: 200 },
  ])
  expect(harness.sandbox.violations()).toEqual([])
})
