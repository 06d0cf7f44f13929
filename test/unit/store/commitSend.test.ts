import { expect, test } from 'vitest'
import type { SendIntent } from '../../../lib/domain/intent.ts'
import { beginSend, commitSent, noteMiss, settleSend } from '../../../lib/store/commits/commitSend.ts'
import { hastenWaiting } from '../../../lib/store/commits/hasten.ts'
import { discardReply, editReply } from '../../../lib/store/intents/replies.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { makeThread } from './makeThread.ts'

const own = { senderProfileId: 'ACoAAowner', senderName: 'Mira Holm', text: 'On my way' }

async function outbox(change: Partial<SendIntent> = {}) {
  const thread = await makeThread()
  const send = makeSend({ conversationId: thread.id, ...change })
  await thread.db.outbox.add(send)
  const stored = async () => (await thread.db.outbox.get(send.id)) as SendIntent | undefined
  return { ...thread, send, stored }
}

test('a queued reply is taken once: by whoever comes first, when it is due', async () => {
  const { db, send } = await outbox({ nextAttemptAt: 50 })
  expect(await beginSend(db, send, 49)).toBeNull()
  const taken = await Promise.all([1, 2, 3].map(() => beginSend(db, send, 50)))
  expect(taken.filter(Boolean)).toMatchObject([{ state: 'sending', attempts: 1 }])
})

test('a reply is never looked for in what was there before it: stored messages, or what the list told', async () => {
  const { db, send, commit } = await outbox()
  await commit([makeReceived(100), makeReceived(200)])
  expect(await beginSend(db, send, 1)).toMatchObject({ knownUpTo: 200 })
  const unread = await outbox()
  await unread.db.conversations.update(unread.id, { lastActivityAt: 300 })
  expect(await beginSend(unread.db, unread.send, 1)).toMatchObject({ knownUpTo: 300 })
})

test.each([
  ['the answer', 'the sync'],
  ['the sync', 'the answer'],
])('%s comes first, then %s: one message, no reply left', async (first) => {
  const { db, send, commit, conversation } = await outbox({ state: 'sending', knownUpTo: 0 })
  const message = makeReceived(500, own)
  const steps = [() => commitSent(db, send.id, { ...message, senderName: null }), () => commit([message])]
  if (first === 'the sync') steps.reverse()
  for (const step of steps) await step()
  expect(await db.outbox.count()).toBe(0)
  expect(await db.messages.toArray()).toMatchObject([
    { key: message.key, own: true, intentId: send.id, senderName: 'Mira Holm' },
  ])
  expect(await conversation()).toMatchObject({
    lastActivityAt: 500,
    preview: { text: 'On my way', own: true },
    unread: 0,
  })
})

test('the swap of reply for message is all or nothing', async () => {
  const { db, send, stored } = await outbox({ state: 'sending' })
  db.conversations.hook('updating', () => {
    throw new Error('Disk full')
  })
  await expect(commitSent(db, send.id, makeReceived(500, own))).rejects.toThrow()
  expect((await stored())?.state).toBe('sending')
  expect(await db.messages.count()).toBe(0)
})

test('an answer without an id keeps the reply as sent; the thread makes it the message', async () => {
  const { db, send, commit, stored } = await outbox({ state: 'sending', knownUpTo: 0 })
  await commitSent(db, send.id, null)
  expect((await stored())?.state).toBe('sent')
  await commit([makeReceived(500, own)])
  expect(await db.outbox.count()).toBe(0)
  expect(await db.messages.count()).toBe(1)
})

test('a reply that the thread shows under another key than its answer told is one message, and no copy', async () => {
  const { db, send, commit } = await outbox({ state: 'sending', knownUpTo: 0 })
  const told = makeReceived(500, own)
  await commitSent(db, send.id, told)
  const shown = makeReceived(537, own)
  await commit([shown])
  const [message, ...others] = await db.messages.toArray()
  expect(others).toEqual([])
  expect(message).toMatchObject({ key: shown.key, sentAt: 537, own: true, intentId: send.id })
  expect(message).not.toHaveProperty('copyOf')
  // Under both keys it is there twice.
  await commit([told, shown])
  expect(await db.messages.orderBy('sentAt').toArray()).toMatchObject([
    { key: told.key, copyOf: send.id },
    { key: shown.key, intentId: send.id },
  ])
})

test('a reply in doubt is not taken for sent by an equal one before it, which the thread shows under another key', async () => {
  const { db, id, send, commit } = await outbox({ state: 'sending', knownUpTo: 0 })
  await commitSent(db, send.id, makeReceived(500, own))
  const doubtful = makeSend({ conversationId: id, state: 'unconfirmed', text: own.text, knownUpTo: 500 })
  await db.outbox.add(doubtful)
  await commit([makeReceived(537, own)])
  expect(await db.outbox.toArray()).toMatchObject([{ id: doubtful.id, state: 'unconfirmed' }])
  expect(await db.messages.toArray()).toMatchObject([{ sentAt: 537, intentId: send.id }])
})

test('what the thread has shown under the key of its answer keeps it: an equal message is a copy', async () => {
  const { db, send, commit } = await outbox({ state: 'sending', knownUpTo: 0 })
  const told = makeReceived(500, own)
  await commitSent(db, send.id, told)
  await commit([told])
  await commit([makeReceived(537, own)])
  expect(await db.messages.toArray()).toMatchObject([{ sentAt: 500, intentId: send.id }, { copyOf: send.id }])
})

test('a reply that was taken back meanwhile is not brought back by what comes of it', async () => {
  const { db, send } = await outbox()
  await discardReply(db, send.id)
  await settleSend(db, send.id, 'failed', { error: null, nextAttemptAt: 0 })
  await noteMiss(db, send.id, 1, 2)
  await commitSent(db, send.id, null)
  expect(await db.outbox.count()).toBe(0)
  expect(await beginSend(db, send, 1)).toBeNull()
})

test('what is on its way can neither be edited nor discarded; what may have arrived cannot be edited', async () => {
  for (const state of ['sending', 'sent'] as const) {
    const { db, send, stored } = await outbox({ state })
    await discardReply(db, send.id)
    await editReply(db, send.id, 1)
    expect((await stored())?.state).toBe(state)
    expect(await db.drafts.count()).toBe(0)
  }
  const { db, send, stored } = await outbox({ state: 'unconfirmed' })
  await editReply(db, send.id, 1)
  expect((await stored())?.state).toBe('unconfirmed')
})

test('when the network is back, what waited only for it is due; a pause the API asked for is kept', async () => {
  const { db, send } = await outbox({ nextAttemptAt: 900, error: { kind: 'offline', text: '' } })
  const paused = makeSend({
    conversationId: 'other',
    nextAttemptAt: 900,
    error: { kind: 'rateLimited', text: '' },
  })
  await db.outbox.add(paused)
  await hastenWaiting(db, 100)
  expect((await db.outbox.get(send.id))?.nextAttemptAt).toBe(100)
  expect((await db.outbox.get(paused.id))?.nextAttemptAt).toBe(900)
})
