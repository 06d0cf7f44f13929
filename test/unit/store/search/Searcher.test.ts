import { expect, onTestFinished, test } from 'vitest'
import { FIRST_SCREEN, type SearchAnswer } from '../../../../lib/domain/searchAnswer.ts'
import { Database } from '../../../../lib/store/database.ts'
import { saveSetting } from '../../../../lib/store/intents/settings.ts'
import { Searcher } from '../../../../lib/store/search/Searcher.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'
import { eventually } from '../../patience.ts'

const anna = makeConversation({ key: '2-a', title: 'Anna Ek', accountId: 'account-1', lastActivityAt: 9 })
const zoe = makeConversation({
  key: '2-b',
  title: 'Zoë Ek',
  accountId: 'account-2',
  lastActivityAt: 8,
  shelf: 'done',
})

async function library(texts: string[]): Promise<Database> {
  const db = openDatabase()
  await db.conversations.bulkAdd([anna, zoe])
  // Stored out of order, over two threads: the newest is the last of `texts`.
  const rows = texts.map((text, i) =>
    makeMessage({
      conversationId: [anna.id, zoe.id][i % 2] ?? '',
      text,
      sentAt: 100 + i,
      senderName: 'José Ñúñez',
    }),
  )
  await db.messages.bulkAdd(rows.toReversed())
  return db
}

/** A search that is left open; `texts` waits until it finds exactly these. */
function search(db: Database, query: string, limit = 10) {
  const answers: SearchAnswer[] = []
  const searcher = new Searcher(
    db,
    (answer) => answers.push(answer),
    () => undefined,
  )
  onTestFinished(() => searcher.close())
  searcher.open()
  searcher.ask({ query, limit })
  const last = () => answers.at(-1)
  const texts = (wanted: string[]) =>
    eventually(() => expect(last()?.hits.map(({ message }) => message.text)).toEqual(wanted))
  return { searcher, answers, last, texts }
}

test('a message is found by all of its words, in any order, whatever their case and accents, newest first', async () => {
  const db = await library(['Café in München', 'cafe in Paris', 'Paris in June', 'The CAFÉ, Munchen branch'])
  await search(db, 'munchen CAFE').texts(['The CAFÉ, Munchen branch', 'Café in München'])
  await search(db, '  pari ').texts(['Paris in June', 'cafe in Paris'])
  await search(db, 'nunez june').texts(['Paris in June'])
  await search(db, 'cafe nowhere').texts([])
  // A name alone would find all that somebody ever wrote.
  await search(db, 'nunez').texts([])
})

test('no more come than asked for, and it says that there are more', async () => {
  const db = await library(Array.from({ length: 30 }, (_, i) => `ok ${i}`))
  const { texts, last, searcher } = search(db, 'ok', 3)
  await texts(['ok 29', 'ok 28', 'ok 27'])
  expect(last()?.more).toBe(true)
  searcher.ask({ query: 'ok', limit: 30 })
  await eventually(() => expect(last()).toMatchObject({ limit: 30, more: false }))
  expect(last()?.hits).toHaveLength(30)
})

test('a screen full comes first, and the rest only where nobody types on', async () => {
  const db = await library(Array.from({ length: 30 }, (_, i) => `ok ${i}`))
  const { answers, last, searcher } = search(db, 'ok', 30)
  await eventually(() => expect(last()?.hits).toHaveLength(FIRST_SCREEN))
  searcher.ask({ query: 'ok 2', limit: 30 })
  await eventually(() => expect(last()).toMatchObject({ query: 'ok 2' }))
  searcher.ask({ query: 'ok ', limit: 30 })
  await eventually(() => expect(last()?.hits).toHaveLength(30))
  expect(answers.filter(({ query }) => query === 'ok')).toHaveLength(1)
})

test('what comes in, is recalled or is switched off changes what is found', async () => {
  const db = await library(['one', 'one more'])
  const { texts } = search(db, 'one')
  await texts(['one more', 'one'])
  const news = makeMessage({ conversationId: anna.id, text: 'One for the road', sentAt: 500 })
  await db.messages.add(news)
  await texts(['One for the road', 'one more', 'one'])
  await db.messages.delete(news.id)
  await texts(['one more', 'one'])
  await saveSetting(db, 'accountsOff', ['account-2'])
  await texts(['one'])
})

test('the first message of a conversation is found as it comes in, written by another context', async () => {
  const db = await library(['one'])
  const { texts } = search(new Database(db.name), 'one')
  await texts(['one'])
  await db.messages.add(makeMessage({ conversationId: zoe.id, text: 'one from Zoë', sentAt: 500 }))
  await texts(['one from Zoë', 'one'])
})

test('only the newest of several requests in a row is answered', async () => {
  const db = await library(['alpha', 'beta', 'gamma'])
  const { searcher, answers, texts } = search(db, 'alpha')
  searcher.ask({ query: 'beta', limit: 9 })
  searcher.ask({ query: 'gam', limit: 9 })
  await texts(['gamma'])
  expect(new Set(answers.map(({ query }) => query))).toEqual(new Set(['gam']))
})

test('a conversation is found by its title on any shelf, newest activity first', async () => {
  const db = await library([])
  const { last, searcher } = search(db, 'ek')
  await eventually(() => expect(last()?.people.map(({ id }) => id)).toEqual([anna.id, zoe.id]))
  searcher.ask({ query: 'ek zoe', limit: 9 })
  await eventually(() => expect(last()?.people.map(({ id }) => id)).toEqual([zoe.id]))
  searcher.ask({ query: ' ', limit: 9 })
  await eventually(() => expect(last()).toMatchObject({ query: ' ', people: [], hits: [] }))
})
