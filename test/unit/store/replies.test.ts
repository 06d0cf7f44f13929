import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saveDraft } from '../../../lib/store/intents/drafts.ts'
import { discardReply, editReply, enqueueReply, sendAgain } from '../../../lib/store/intents/replies.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { countWrites } from '../../fixtures/openDatabase.ts'
import { runs } from '../runs.ts'
import { makeThread } from './makeThread.ts'

async function writing(draft: string) {
  const thread = await makeThread({ channel: 'salesNav', lastActivityAt: 100, latestInboundAt: 100 })
  await saveDraft(thread.db, thread.id, draft, 1)
  const draftNow = async () => (await thread.db.drafts.get(thread.id))?.text
  return { ...thread, draftNow }
}

test('sending takes the text out of the reply box and puts it, with account and channel, into the outbox', async () => {
  const { db, id, draftNow, triage } = await writing('Thursday it is')
  await enqueueReply(db, id, ' Thursday it is\n', 50)
  expect(await draftNow()).toBeUndefined()
  expect(await sendsOf(db, id)).toMatchObject([
    {
      text: 'Thursday it is',
      state: 'queued',
      accountId: 'account-1',
      channel: 'salesNav',
      nextAttemptAt: 50,
    },
  ])
  expect(await triage()).toMatchObject({ readUpTo: 100, readAt: 50 })
})

test('a reply to what was read already writes no row of a list anew', async () => {
  const { db, id } = await writing('')
  await enqueueReply(db, id, 'Thursday it is', 50)
  const writes = countWrites(db, ['conversations'])
  await enqueueReply(db, id, 'Or Friday', 60)
  expect(writes()).toBe(0)
  expect(await sendsOf(db, id)).toHaveLength(2)
})

test.each(['', ' \n\t'])('an empty text (%j) is refused and the draft kept', async (text) => {
  const { db, id, draftNow } = await writing('Half a thou')
  await expect(enqueueReply(db, id, text, 1)).rejects.toThrow(RangeError)
  expect(await draftNow()).toBe('Half a thou')
  expect(await db.outbox.count()).toBe(0)
})

test('a reply to a conversation the cache lost is refused and the draft kept', async () => {
  const { db, id, draftNow } = await writing('Thursday')
  await db.conversations.delete(id)
  await expect(enqueueReply(db, id, 'Thursday', 1)).rejects.toThrow(RangeError)
  expect(await draftNow()).toBe('Thursday')
  expect(await db.outbox.count()).toBe(0)
})

test('where the outbox cannot keep the reply, the draft stays', async () => {
  const { db, id, draftNow } = await writing('Thursday')
  db.outbox.hook('creating', () => {
    throw new Error('Disk full')
  })
  await expect(enqueueReply(db, id, 'Thursday', 1)).rejects.toThrow()
  expect(await draftNow()).toBe('Thursday')
})

test('replies stand in line as they were written, whatever the clock does in between', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1e12, max: 1e12 + 3 }), { maxLength: 6 }), async (clock) => {
      const { db, id } = await writing('')
      for (const [i, now] of clock.entries()) await enqueueReply(db, id, `No ${i}`, now)
      expect((await sendsOf(db, id)).map((send) => send.text)).toEqual(clock.map((_, i) => `No ${i}`))
    }),
    { numRuns: runs(15, 150) },
  )
})

test('taking a failed reply back keeps what is in the reply box, below it', async () => {
  const { db, id, draftNow } = await writing('Already typing')
  const failed = makeSend({ conversationId: id, state: 'failed', text: 'Hello' })
  await db.outbox.add(failed)
  await editReply(db, failed.id, 2)
  expect(await draftNow()).toBe('Hello\nAlready typing')
  expect(await db.outbox.count()).toBe(0)
})

test('taken back twice (two windows), the text is in the box once', async () => {
  const { db, id, draftNow } = await writing('')
  const failed = makeSend({ conversationId: id, state: 'failed', text: 'Hello' })
  await db.outbox.add(failed)
  await Promise.all([editReply(db, failed.id, 2), editReply(db, failed.id, 2)])
  expect(await draftNow()).toBe('Hello')
})

test.each([
  ['held', false, true],
  ['queued', false, true],
  ['sending', false, false],
  ['sent', false, false],
  ['failed', true, true],
  ['unconfirmed', true, true],
] as const)('a reply that is %s: send again %s, discard %s', async (state, again, discard) => {
  const { db, id } = await writing('')
  const send = makeSend({ conversationId: id, state, misses: 2, nextAttemptAt: 900 })
  await db.outbox.add(send)
  await sendAgain(db, send.id, 7)
  expect(await db.outbox.get(send.id)).toMatchObject(
    again
      ? { state: 'queued', misses: 0, nextAttemptAt: 7, error: null }
      : { state, misses: 2, nextAttemptAt: 900 },
  )
  await db.outbox.put(send)
  await discardReply(db, send.id)
  expect(await db.outbox.count()).toBe(discard ? 0 : 1)
})

test('a draft is kept as typed, white space too, and an empty one leaves nothing', async () => {
  const { db, id, draftNow } = await writing('  one\n\n two ')
  expect(await draftNow()).toBe('  one\n\n two ')
  await saveDraft(db, id, '', 2)
  expect(await draftNow()).toBeUndefined()
})
