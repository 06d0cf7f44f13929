import { expect, test } from 'vitest'
import { hastenWaiting } from '../../../lib/store/commits/hasten.ts'
import { markRead } from '../../../lib/store/intents/marks.ts'
import { sendAgain } from '../../../lib/store/intents/replies.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { askAccount } from '../../../lib/sync/askAccount.ts'
import { openConversation, refreshConversation } from '../../../lib/sync/openConversation.ts'
import { makeHarness } from '../harness.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const SEND = 'POST /conversations/send'
const SEEN = 'POST /messaging/mark-seen'

/** Two accounts, a thread with an unread message in it, and a key that is known to be rejected from now on. */
async function signedOut() {
  const harness = await makeHarness({ accounts: 2, conversations: 12, unread: 0 })
  const { sandbox } = harness
  const target = sandbox.world.conversations().find(({ channel }) => channel === 'inbox')
  sandbox.receive({ conversation: target?.key ?? '', text: 'Are you there?' })
  await harness.connected()
  const { id, accountId } = await harness.conversation(target?.key ?? '')
  await saveSetting(harness.db, 'seenPolicy', { [accountId]: 'onReading' })
  sandbox.fault({ times: 'always', effect: { status: 401 } })
  await harness.pull()
  sandbox.clearRecorder()
  const health = async () => (await harness.db.accounts.toArray()).map((row) => row.health.state)
  expect(await health()).toEqual(['signedOut', 'signedOut'])
  const asked = () => sandbox.requests().map(({ route }) => route)
  const drain = async () => {
    await hastenWaiting(harness.db, harness.now())
    await harness.outbox.drain()
  }
  return { harness, sandbox, id, accountId, key: target?.key ?? '', health, asked, drain }
}

test('with a rejected key nothing is read by itself, but for a look at the accounts now and then', async () => {
  const { harness, id, accountId, asked } = await signedOut()
  for (const read of [openConversation, refreshConversation]) {
    const opened = askAccount(harness.sync, accountId, () => read(harness.sync, id), 'background')
    await expect(opened).rejects.toMatchObject({ kind: 'keyRejected' })
  }
  for (let i = 0; i < 5; i++) {
    await harness.pull('background')
    harness.clock.ahead += MINUTE
  }
  expect(asked()).toEqual([])
  harness.clock.ahead += 10 * MINUTE
  await harness.pull('background')
  expect(asked()).toEqual(['GET /accounts'])
})

test('"Sync now" asks once, and finds out that the key works again', async () => {
  const { harness, sandbox, asked, health } = await signedOut()
  for (let i = 0; i < 3; i++) await harness.pull('waiting')
  expect(asked()).toEqual(['GET /accounts', 'GET /accounts', 'GET /accounts'])
  sandbox.clearFaults()
  await harness.pull('waiting')
  expect(await health()).toEqual(['upToDate', 'upToDate'])
})

test('what was read is told once the key works again, however long that takes, and nobody is asked before', async () => {
  const { harness, sandbox, id, key, asked, drain } = await signedOut()
  await markRead(harness.db, id, harness.now(), 'byPolicy')
  for (let i = 0; i < 60; i++) {
    await drain()
    harness.clock.ahead += 30_000
    if (i === 30) harness.clock.ahead += 48 * HOUR
    if (i % 20 === 0) await harness.pull('background')
  }
  expect(asked().filter((route) => route !== 'GET /accounts')).toEqual([])
  expect(await harness.db.outbox.toArray()).toMatchObject([{ kind: 'seen', state: 'queued' }])
  sandbox.clearFaults()
  await harness.pull('waiting')
  await drain()
  expect(asked().filter((route) => route === SEEN)).toHaveLength(1)
  expect(sandbox.world.conversation(key)?.unreadCount).toBe(0)
  expect(await harness.db.outbox.toArray()).toEqual([])
})

test('a reply asks once and says why it did not go out; sent again with a key that works, it goes out once', async () => {
  const { harness, sandbox, id, key, asked, drain } = await signedOut()
  const { id: intentId } = await harness.reply(id, 'Thursday works')
  await drain()
  expect(asked()).toHaveLength(1)
  expect(await harness.db.outbox.get(intentId)).toMatchObject({
    state: 'failed',
    error: { kind: 'keyRejected' },
  })
  sandbox.clearFaults()
  await sendAgain(harness.db, intentId, harness.now())
  await drain()
  expect(asked().filter((route) => route === SEND)).toHaveLength(1)
  expect(sandbox.deliveries(key)).toHaveLength(1)
})

test('a reply in doubt is not looked for with a rejected key unless the user asks, and found later', async () => {
  const { harness, sandbox, id, asked, drain } = await signedOut()
  sandbox.clearFaults()
  await harness.pull('waiting')
  sandbox.fault({ route: SEND, effect: { deliverThen: { status: 500 } } })
  const { id: intentId } = await harness.reply(id, 'Did it go?')
  sandbox.fault({ times: 'always', effect: { status: 401 } })
  await harness.pull('waiting')
  sandbox.clearRecorder()
  for (let i = 0; i < 10; i++) {
    harness.clock.ahead += 30_000
    await drain()
  }
  expect(asked()).toEqual([])
  await expect(harness.outbox.checkAgain(intentId)).rejects.toMatchObject({ kind: 'keyRejected' })
  expect(asked()).toHaveLength(1)
  sandbox.clearFaults()
  await harness.pull('waiting')
  harness.clock.ahead += 10 * MINUTE
  await drain()
  expect(await harness.db.outbox.get(intentId)).toBeUndefined()
  expect(await harness.shown(id, 'Did it go?')).toBe(1)
})
