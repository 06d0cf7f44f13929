import Dexie from 'dexie'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Message } from '../../../../lib/domain/message.ts'
import { hashOf } from '../../../../lib/domain/searchChunk.ts'
import { announceStore } from '../../../../lib/store/announce.ts'
import { Database } from '../../../../lib/store/database.ts'
import { FoundMessages } from '../../../../lib/store/search/FoundMessages.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'
import { eventually } from '../../patience.ts'

const [one, two, three] = ['one', 'two', 'three'].map((text, at) =>
  makeMessage({ conversationId: makeConversation().id, key: `2-${text}`, text, sentAt: 10 - at }),
) as [Message, Message, Message]
const found = [one, two, three].map(({ conversationId, sentAt, key }) => ({
  conversationId,
  sentAt,
  hash: hashOf(key),
}))

async function library() {
  const db = openDatabase()
  await db.messages.bulkAdd([one, two, three])
  const messages = new FoundMessages(db)
  onTestFinished(() => messages.close())
  const texts = async () => (await messages.read(found)).map(({ text }) => text)
  return { db, texts }
}

test('messages come in the order in which they were found, and a second time without a read', async () => {
  const { db, texts } = await library()
  expect(await texts()).toEqual(['one', 'two', 'three'])
  const reads = vi.spyOn(db, 'transaction')
  expect(await texts()).toEqual(['one', 'two', 'three'])
  expect(reads).not.toHaveBeenCalled()
})

test('what is written or deleted, by whomever, is read anew', async () => {
  const { db, texts } = await library()
  await texts()
  const other = new Database(db.name)
  onTestFinished(() => other.close())
  await other.messages.put({ ...two, text: 'Two' })
  await eventually(async () => expect(await texts()).toEqual(['one', 'Two', 'three']))
  await other.messages.delete(one.id)
  await eventually(async () => expect(await texts()).toEqual(['Two', 'three']))
  await other.messages.clear()
  await eventually(async () => expect(await texts()).toEqual([]))
})

test('all is read anew once nobody can say what was written', async () => {
  const { db, texts } = await library()
  await texts()
  const silent = vi.spyOn(Dexie.on.storagemutated, 'fire').mockImplementation(() => undefined)
  await db.messages.update(two.id, { text: 'Two' })
  silent.mockRestore()
  announceStore()
  expect(await texts()).toEqual(['one', 'Two', 'three'])
})

test('what is written while it is read is not kept as it was before', async () => {
  const { db, texts } = await library()
  const reading = texts()
  await db.messages.put({ ...two, text: 'Two' })
  await reading
  await eventually(async () => expect(await texts()).toEqual(['one', 'Two', 'three']))
})
