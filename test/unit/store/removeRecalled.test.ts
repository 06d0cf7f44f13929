import { expect, test } from 'vitest'
import type { ReceivedMessage } from '../../../lib/domain/message.ts'
import { provenBy } from '../../../lib/domain/recalled.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { countWrites } from '../../fixtures/openDatabase.ts'
import { makeThread } from './makeThread.ts'

const OWN = { senderProfileId: 'ACoAAowner', senderName: 'Mira Holm' }
const NOW = 10_000_000
const THREAD = [100, 200, 300, 400].map((at) => makeReceived(at))

/** A thread of four messages, and a way to commit what an answer shows of it. */
async function stored(messages: readonly ReceivedMessage[] = THREAD) {
  const thread = await makeThread()
  await thread.commit(messages)
  return {
    ...thread,
    answer: (
      shown: readonly ReceivedMessage[],
      how: { head?: boolean; synced?: boolean; rejected?: number } = {},
    ) =>
      thread.commit(shown, {
        proven: provenBy({
          messages: shown,
          rejected: 0,
          head: false,
          synced: false,
          serverNow: NOW,
          ...how,
        }),
      }),
    times: async () =>
      (await thread.db.messages.orderBy('sentAt').toArray()).map((message) => message.sentAt),
  }
}

const without = (...times: number[]) => THREAD.filter((message) => !times.includes(message.sentAt))

test('a message that is missing between two others was recalled: it goes, and nobody is told anything', async () => {
  const { answer, times, db, id } = await stored()
  const spans = await spansOf(db, id)
  expect(await answer(without(200, 300))).toMatchObject({ added: 0, arrivals: [] })
  expect(await times()).toEqual([100, 400])
  expect(await spansOf(db, id)).toEqual(spans)
})

test('a whole answer writes nothing', async () => {
  const { answer, db } = await stored()
  const writes = countWrites(db)
  await answer(THREAD, { head: true, synced: true })
  expect(writes()).toBe(0)
})

test.each([
  ['beyond the ends of a page', without(100, 400), {}],
  ['newer than the newest page that the store of the API gave', without(400), { head: true }],
  ['next to a row that could not be read', without(200), { head: true, synced: true, rejected: 1 }],
  ['in an answer without messages', [], { head: true, synced: true }],
])('a message missing %s stays', async (_, shown, how) => {
  const { answer, times } = await stored()
  await answer(shown, how)
  expect(await times()).toEqual([100, 200, 300, 400])
})

test('a message of the same millisecond as the end of a page stays, in between it goes', async () => {
  const twin = (at: number) => makeReceived(at, { key: `2-twin${at}` })
  const { answer, times } = await stored([...THREAD, twin(100), twin(200), twin(400)])
  await answer(THREAD)
  expect(await times()).toEqual([100, 100, 200, 300, 400, 400])
})

test('the newest message is gone only where LinkedIn was asked for the newest page; its row shows what is left', async () => {
  const { answer, times, conversation } = await stored([...THREAD, makeReceived(500, OWN)])
  await answer([...without(400)], { head: true, synced: true })
  expect(await times()).toEqual([100, 200, 300])
  expect(await conversation()).toMatchObject({
    preview: { sentAt: 300, text: 'At 300', own: false },
    latestInboundAt: 300,
  })
})

test('a message of the last two minutes stays', async () => {
  const late = makeReceived(NOW - 100_000)
  const { answer, times } = await stored([...THREAD, late])
  await answer(THREAD, { head: true, synced: true })
  expect(await times()).toEqual([100, 200, 300, 400, late.sentAt])
})

test('what was sent from here is gone only where LinkedIn was asked; replies in the outbox are never touched', async () => {
  const { answer, times, db, id } = await stored()
  await db.messages.update(`${id}#${THREAD[1]?.key}`, { own: true, intentId: 'reply-1' })
  const sends = (['queued', 'sending', 'unconfirmed', 'sent', 'failed'] as const).map((state) =>
    makeSend({ conversationId: id, state, text: 'At 250', createdAt: 250, knownUpTo: 200 }),
  )
  await db.outbox.bulkAdd(sends)
  await answer(without(200, 300))
  expect(await times()).toEqual([100, 200, 400])
  await answer(without(200, 300), { synced: true })
  expect(await times()).toEqual([100, 400])
  expect(await db.outbox.count()).toBe(sends.length)
})

test('what only the answer to its send has shown stays: the thread may be long in showing it', async () => {
  const { answer, times, db, id } = await stored()
  await db.messages.update(`${id}#${THREAD[1]?.key}`, { own: true, intentId: 'reply-1', echo: true })
  await answer(without(200), { synced: true })
  expect(await times()).toEqual([100, 200, 300, 400])
})

test('messages of other threads stay', async () => {
  const { answer, db } = await stored()
  const other = (await db.messages.toArray())[1]
  await db.messages.add({ ...(other as NonNullable<typeof other>), id: 'zzz#1', conversationId: 'zzz' })
  await answer(without(200))
  expect(await db.messages.get('zzz#1')).toBeDefined()
})
