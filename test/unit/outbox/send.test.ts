import { expect, test } from 'vitest'
import type { SendIntent } from '../../../lib/domain/intent.ts'
import { discardReply, editReply, enqueueReply, sendAgain } from '../../../lib/store/intents/replies.ts'
import { snooze } from '../../../lib/store/intents/shelves.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { type Harness, makeHarness } from '../harness.ts'

const SEND = 'POST /conversations/send'
const MESSAGES = 'GET /conversations/:urn/messages'
const SALES_NAV_SEND = 'POST /sales-nav/send'

async function inbox(options: Parameters<typeof makeHarness>[0] = {}) {
  const harness = await makeHarness({ conversations: 8, accounts: 1, ...options })
  await harness.connected()
  const row = await harness.db.conversations.filter((one) => one.channel === 'inbox').first()
  if (!row) throw new Error('No conversation was imported')
  harness.sandbox.clearRecorder()
  return { harness, row }
}

async function stateOf(harness: Harness, conversationId: string): Promise<string[]> {
  return (await sendsOf(harness.db, conversationId)).map((send: SendIntent) => send.state)
}

async function bubbles(harness: Harness, conversationId: string, text: string): Promise<number> {
  const messages = (await harness.textsOf(conversationId)).filter((one) => one === text).length
  const sends = (await sendsOf(harness.db, conversationId)).filter((send) => send.text === text).length
  return messages + sends
}

test('a reply goes out once, to its thread and account, and becomes the message', async () => {
  const { harness, row } = await inbox()
  const intent = await harness.reply(row.id, 'Thursday it is')
  expect(harness.sandbox.deliveries(row.key).map((delivery) => delivery.text)).toEqual(['Thursday it is'])
  const [post] = harness.sandbox.requests({ route: SEND })
  expect(post?.body).toEqual({
    accountId: row.accountId,
    conversationUrn: row.urn,
    message: 'Thursday it is',
    messagingChannel: 'linkedin_inbox',
  })
  expect(await stateOf(harness, row.id)).toEqual([])
  const message = await harness.db.messages.filter((one) => one.text === 'Thursday it is').first()
  expect(message).toMatchObject({ own: true, intentId: intent.id })
  await harness.pull()
  expect(await bubbles(harness, row.id, 'Thursday it is')).toBe(1)
  expect((await harness.conversation(row.key)).preview).toMatchObject({ text: 'Thursday it is', own: true })
  expect(harness.sandbox.violations()).toEqual([])
})

test('a Sales Navigator thread is answered through its own endpoint', async () => {
  const harness = await makeHarness({ conversations: 40, accounts: 2 })
  await harness.connected()
  const row = await harness.db.conversations.filter((one) => one.channel === 'salesNav').first()
  await harness.reply(row?.id ?? '', 'From Sales Navigator')
  expect(harness.sandbox.requests({ route: SALES_NAV_SEND })[0]?.body).toEqual({
    accountId: row?.accountId,
    threadId: row?.salesNavThreadId,
    body: 'From Sales Navigator',
  })
  expect(harness.sandbox.requests({ route: SEND })).toEqual([])
  await harness.pull()
  expect(await bubbles(harness, row?.id ?? '', 'From Sales Navigator')).toBe(1)
  expect(harness.sandbox.violations()).toEqual([])
})

test('a refused reply keeps its text, tells the reason and waits for the user', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 400, body: { error: 'Recipient left LinkedIn' } } })
  const intent = await harness.reply(row.id, 'Hello?')
  const [failed] = await sendsOf(harness.db, row.id)
  expect(failed).toMatchObject({ state: 'failed', text: 'Hello?' })
  expect(failed?.error?.text).toContain('Recipient left LinkedIn')
  await harness.outbox.drain()
  expect(harness.sandbox.requests({ route: SEND })).toHaveLength(1)
  await sendAgain(harness.db, intent.id, harness.now())
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(1)
  expect(await stateOf(harness, row.id)).toEqual([])
})

test('a failed reply can be taken back into the reply box', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 400 } })
  const intent = await harness.reply(row.id, 'Needs a change')
  await editReply(harness.db, intent.id, harness.now())
  expect((await harness.db.drafts.get(row.id))?.text).toBe('Needs a change')
  expect(await stateOf(harness, row.id)).toEqual([])
})

test.each([
  ['resets the connection', { deliverThen: 'reset' as const }],
  ['answers with a gateway error', { deliverThen: { status: 502 } }],
  ['cuts its answer short', { truncate: 'reset' as const }],
])('a delivered reply whose API %s is found in the thread and never posted again', async (_, effect) => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect })
  await harness.reply(row.id, 'Once only')
  expect(await stateOf(harness, row.id)).toEqual(['unconfirmed'])
  harness.clock.ahead = 5_000
  await harness.outbox.drain()
  expect(await stateOf(harness, row.id)).toEqual([])
  expect(await bubbles(harness, row.id, 'Once only')).toBe(1)
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(1)
})

test('an undelivered reply in doubt is looked for twice, then left to the user, and never posted by itself', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  const intent = await harness.reply(row.id, 'Lost on the way')
  for (let minutes = 1; minutes < 30; minutes++) {
    harness.clock.ahead = minutes * 60_000
    await harness.outbox.drain()
    await harness.pull()
  }
  const [doubtful] = await sendsOf(harness.db, row.id)
  expect(doubtful).toMatchObject({ state: 'unconfirmed', misses: 2 })
  expect(harness.sandbox.requests({ route: SEND })).toHaveLength(1)
  await expect(harness.outbox.checkAgain(intent.id)).resolves.toBe(false)
  await sendAgain(harness.db, intent.id, harness.now())
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(1)
  expect(await bubbles(harness, row.id, 'Lost on the way')).toBe(1)
})

test('a reply that is sent again though it may have arrived is looked for on LinkedIn first', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  const intent = await harness.reply(row.id, 'Twice is too often')
  const reads = () => harness.sandbox.requests({ route: MESSAGES }).map((request) => request.query.sync)
  expect(reads()).toEqual(['false'])
  await sendAgain(harness.db, intent.id, harness.now())
  await harness.outbox.drain()
  expect(reads()).toEqual(['false', 'true'])
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(1)
})

test('"Check again" finds a reply that arrived late, and lets the next one go', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  const intent = await harness.reply(row.id, 'Slow boat')
  await harness.reply(row.id, 'Are you there?')
  for (const seconds of [5, 30]) {
    harness.clock.ahead = seconds * 1000
    await harness.outbox.drain()
  }
  expect(await stateOf(harness, row.id)).toEqual(['unconfirmed', 'queued'])
  harness.sandbox.writeElsewhere(row.key, 'Slow boat')
  await expect(harness.outbox.checkAgain(intent.id)).resolves.toBe(true)
  expect(await stateOf(harness, row.id)).toEqual([])
  expect(await bubbles(harness, row.id, 'Slow boat')).toBe(1)
  expect(harness.sandbox.deliveries(row.key).map((one) => one.text)).toEqual(['Are you there?'])
})

test('"Check again" without a network says why it could not look, and counts it as no look', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  const intent = await harness.reply(row.id, 'Into the void')
  await harness.sandbox.pause()
  await expect(harness.outbox.checkAgain(intent.id)).rejects.toMatchObject({ kind: 'offline' })
  expect(await sendsOf(harness.db, row.id)).toMatchObject([{ state: 'unconfirmed', misses: 0 }])
  await harness.sandbox.resume()
  await expect(harness.outbox.checkAgain(intent.id)).resolves.toBe(false)
  expect(await sendsOf(harness.db, row.id)).toMatchObject([{ state: 'unconfirmed', misses: 1 }])
})

test('"Send again" looks once more first: a reply that had arrived meanwhile is not posted twice', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 502 } })
  const intent = await harness.reply(row.id, 'Better late')
  harness.sandbox.writeElsewhere(row.key, 'Better late')
  await sendAgain(harness.db, intent.id, harness.now())
  await harness.outbox.drain()
  expect(harness.sandbox.requests({ route: SEND })).toHaveLength(1)
  expect(await stateOf(harness, row.id)).toEqual([])
  expect(await bubbles(harness, row.id, 'Better late')).toBe(1)
})

test.each([
  ['and answered', { twice: true as const }],
  ['and answered with a gateway error', { twice: true as const, deliverThen: { status: 502 } }],
  ['and answered without an id', { twice: true as const, deliverThen: { status: 200 } }],
])('a reply that was delivered twice %s is two messages, one of them told as the copy', async (_, effect) => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect })
  const intent = await harness.reply(row.id, 'Echo echo')
  harness.clock.ahead = 5_000
  await harness.outbox.drain()
  await harness.pull()
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(2)
  expect(await stateOf(harness, row.id)).toEqual([])
  const rows = await harness.db.messages.filter((one) => one.text === 'Echo echo').toArray()
  expect(rows.map((one) => one.own)).toEqual([true, true])
  expect(rows.filter((one) => one.intentId === intent.id && one.copyOf === undefined)).toHaveLength(1)
  expect(rows.filter((one) => one.copyOf === intent.id && one.intentId === undefined)).toHaveLength(1)
  expect(harness.arrivals).toEqual([])
})

test('a doubtful reply can be discarded', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { reset: true } })
  const intent = await harness.reply(row.id, 'Never mind')
  await discardReply(harness.db, intent.id)
  expect(await stateOf(harness, row.id)).toEqual([])
})

test('a reply written while the API cannot be reached waits and goes out once when it can', async () => {
  const { harness, row } = await inbox()
  await harness.sandbox.pause()
  await harness.reply(row.id, 'From the train')
  expect(await stateOf(harness, row.id)).toEqual(['queued'])
  await harness.sandbox.resume()
  harness.clock.ahead = 60_000
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries(row.key).map((delivery) => delivery.text)).toEqual(['From the train'])
  expect(await stateOf(harness, row.id)).toEqual([])
})

test('a worker that died while sending leaves the reply in doubt, and the thread settles it', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { deliverThen: 'hang' } })
  await enqueueReply(harness.db, row.id, 'Cut off', harness.now())
  void harness.outbox.drain().catch(() => undefined)
  await expect.poll(() => harness.sandbox.deliveries(row.key)).toHaveLength(1)
  harness.restart()
  await harness.outbox.drain()
  expect(await stateOf(harness, row.id)).toEqual([])
  expect(await bubbles(harness, row.id, 'Cut off')).toBe(1)
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(1)
})

test('replies of one conversation go out in order; one that failed holds those behind it', async () => {
  const { harness, row } = await inbox()
  for (const text of ['one', 'two', 'three']) {
    await enqueueReply(harness.db, row.id, text, harness.now())
    await new Promise((done) => setTimeout(done, 2))
  }
  harness.sandbox.fault({ route: SEND, skip: 1, effect: { status: 400 } })
  await harness.outbox.drain()
  expect(await stateOf(harness, row.id)).toEqual(['failed', 'queued'])
  const [failed] = await sendsOf(harness.db, row.id)
  await sendAgain(harness.db, failed?.id ?? '', harness.now())
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries(row.key).map((one) => one.text)).toEqual(['one', 'two', 'three'])
})

test('two equal replies are two messages', async () => {
  const { harness, row } = await inbox()
  await harness.reply(row.id, 'ok')
  harness.sandbox.fault({ route: SEND, effect: { deliverThen: 'reset' } })
  await harness.reply(row.id, 'ok')
  harness.clock.ahead = 5_000
  await harness.outbox.drain()
  await harness.pull()
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(2)
  expect(await bubbles(harness, row.id, 'ok')).toBe(2)
  expect(await stateOf(harness, row.id)).toEqual([])
})

test('a pause the API asks for delays the reply and loses nothing', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { rateLimited: 'seconds', resetInMs: 60_000 } })
  await harness.reply(row.id, 'Patience')
  expect(await stateOf(harness, row.id)).toEqual(['queued'])
  harness.clock.ahead = 70_000
  await harness.outbox.drain()
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(1)
})

test('an answer without an id leaves the reply as sent until the thread shows it, as one bubble', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { deliverThen: { status: 200 } } })
  await harness.reply(row.id, 'No echo')
  await harness.pull()
  harness.clock.ahead = 30_000
  await harness.outbox.drain()
  expect(await bubbles(harness, row.id, 'No echo')).toBe(1)
  expect(harness.sandbox.deliveries(row.key)).toHaveLength(1)
})

test('sent with its conversation done: it stays away when all went well, and comes back where the reply failed', async () => {
  const { harness, row } = await inbox()
  const shelf = async () => (await harness.conversation(row.key)).shelf
  await enqueueReply(harness.db, row.id, 'All settled', harness.now(), { done: true })
  expect(await shelf()).toBe('done')
  await harness.outbox.drain()
  expect(await shelf()).toBe('done')
  harness.sandbox.fault({ route: SEND, effect: { status: 400, body: { error: 'Not today' } } })
  await enqueueReply(harness.db, row.id, 'And one more', harness.now(), { done: true })
  await harness.outbox.drain()
  expect(await stateOf(harness, row.id)).toEqual(['failed'])
  expect(await shelf()).toBe('inbox')
})

test('a reply that failed brings its conversation back from a snooze that came after it', async () => {
  const { harness, row } = await inbox()
  harness.sandbox.fault({ route: SEND, effect: { status: 400, body: { error: 'Not today' } } })
  await enqueueReply(harness.db, row.id, 'Until then', harness.now())
  await snooze(harness.db, row.id, harness.now() + 3_600_000)
  await harness.outbox.drain()
  expect(await harness.conversation(row.key)).toMatchObject({ shelf: 'inbox', snoozedUntil: null })
})
