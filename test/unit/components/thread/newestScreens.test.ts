// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { handOver, readAhead, takeAhead } from '../../../../components/thread/newestScreens.ts'
import { readNewestScreen } from '../../../../lib/store/queries/newestScreen.ts'
import { messagesBefore } from '../../../../lib/store/queries/thread.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'

async function cached(conversations: number) {
  const db = openDatabase()
  const ids = Array.from({ length: conversations }, (_, n) => `account-1/inbox/2-thread${n}`)
  await db.conversations.bulkAdd(ids.map((id) => makeConversation({ id })))
  await db.messages.bulkAdd(
    ids.map((conversationId) => makeMessage({ conversationId, key: 'k', text: 'Before' })),
  )
  const [id = ''] = ids
  return { db, id, ids, textOf: () => takeAhead(db, id)?.messages.at(-1)?.text }
}

test('what was read ahead is there at once for as long as nothing in it changes', async () => {
  const { db, id, textOf } = await cached(2)
  expect(textOf()).toBeUndefined()
  await readAhead(db, id)
  await db.messages.add(makeMessage({ conversationId: 'account-1/inbox/2-thread1' }))
  expect(textOf()).toBe('Before')
  expect(await readAhead(db, id)).toBe(await readAhead(db, id))
})

test.each([
  ['a message', (db, id) => db.messages.add(makeMessage({ conversationId: id, text: 'After' }))],
  ['the conversation', (db, id) => db.conversations.update(id, { title: 'Another' })],
  ['what the user made of it', (db, id) => db.triage.add({ conversationId: id } as never)],
] as [string, (db: ReturnType<typeof openDatabase>, id: string) => Promise<unknown>][])(
  'it is forgotten, and read anew when wanted, once %s changes',
  async (_, change) => {
    const { db, id, textOf } = await cached(1)
    await readAhead(db, id)
    await vi.waitFor(() => expect(textOf()).toBe('Before'))
    await change(db, id)
    await vi.waitFor(() => expect(textOf()).toBeUndefined())
    const { messages } = await readAhead(db, id)
    expect(messages).toEqual(await messagesBefore(db, id, null, 10))
  },
)

test('only the last few threads are kept', async () => {
  const { db, id, ids } = await cached(40)
  for (const one of ids) {
    await readAhead(db, one)
    // Asked for again and again, the first stays.
    await readAhead(db, id)
  }
  const kept = ids.filter((one) => takeAhead(db, one))
  expect(kept.length).toBeLessThan(20)
  expect(kept).toContain(id)
  expect(kept).toContain(ids.at(-1))
})

test('what the page itself read is there for the first render of its thread, and gone once it is taken back', async () => {
  const { db, id, textOf } = await cached(2)
  const screen = await readNewestScreen(db, id, 10)
  const takeBack = handOver(id, screen)
  expect(textOf()).toBe('Before')
  expect(takeAhead(db, 'account-1/inbox/2-thread1')).toBeUndefined()
  takeBack()
  expect(textOf()).toBeUndefined()
})
