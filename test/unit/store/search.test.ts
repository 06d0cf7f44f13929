import { expect, test } from 'vitest'
import { searchConversations } from '../../../lib/store/queries/searchConversations.ts'
import { searchMessages } from '../../../lib/store/queries/searchMessages.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

async function library(texts: string[]) {
  const db = openDatabase()
  await db.messages.bulkAdd(
    // Stored out of order, over several threads: the newest is the last of `texts`.
    texts
      .map((text, i) =>
        makeMessage({ conversationId: `c${i % 3}`, text, sentAt: 100 + i, senderName: 'José Ñúñez' }),
      )
      .toReversed(),
  )
  const find = async (query: string, limit = 10, signal?: AbortSignal) =>
    (await searchMessages(db, query, limit, signal)).map((one) => one.text)
  return { db, find }
}

test('a message is found by all of its words, in any order, whatever their case and accents', async () => {
  const { find } = await library([
    'Café in München',
    'cafe in Paris',
    'Paris in June',
    'The CAFÉ, Munchen branch',
  ])
  expect(await find('munchen CAFE')).toEqual(['The CAFÉ, Munchen branch', 'Café in München'])
  expect(await find('  pari ')).toEqual(['Paris in June', 'cafe in Paris'])
  expect(await find('nunez june')).toEqual(['Paris in June'])
  expect(await find('cafe nowhere')).toEqual([])
})

test('the newest come first, no more than asked for, and no words find nothing', async () => {
  const { find } = await library(Array.from({ length: 30 }, (_, i) => `ok ${i}`))
  expect(await find('ok', 3)).toEqual(['ok 29', 'ok 28', 'ok 27'])
  expect(await find(' ')).toEqual([])
  expect(await find('ok', 0)).toEqual([])
})

test('a search that was given up stops', async () => {
  const { find } = await library(['ok', 'ok'])
  expect(await find('ok', 10, AbortSignal.abort())).toEqual([])
})

test('a conversation is found by its title on any shelf, newest first', async () => {
  const { db } = await library([])
  await db.conversations.bulkAdd([
    makeConversation({ title: 'Zoë Weber', lastActivityAt: 1, shelf: 'done' }),
    makeConversation({ title: 'Jonas Weber', lastActivityAt: 3 }),
    makeConversation({ title: 'ZOE, Jonas Weber', lastActivityAt: 2, shelf: 'snoozed' }),
  ])
  const find = async (query: string, limit: number) =>
    (await searchConversations(db, query, limit)).map((row) => row.lastActivityAt)
  expect(await find('weber zoe', 9)).toEqual([2, 1])
  expect(await find('weber', 2)).toEqual([3, 2])
  expect(await find('', 9)).toEqual([])
})
