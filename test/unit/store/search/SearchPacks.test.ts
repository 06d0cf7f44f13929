import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../../../../lib/store/database.ts'
import { Searcher } from '../../../../lib/store/search/Searcher.ts'
import { SearchIndex } from '../../../../lib/store/search/SearchIndex.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'
import { eventually } from '../../patience.ts'

const MANY = 150
const threads = Array.from({ length: MANY }, (_, n) => makeConversation({ key: `2-${n}` }))

/** A cache of many short threads, so of as many chunks. */
async function library(): Promise<Database> {
  const db = openDatabase()
  await db.conversations.bulkAdd(threads)
  await db.messages.bulkAdd(
    threads.map(({ id }, n) => makeMessage({ conversationId: id, key: '2-a', text: `no ${n}` })),
  )
  return db
}

/** The texts that are searched, by a worker that was just started. */
async function read(db: Database) {
  const index = new SearchIndex(db)
  await index.update((await db.searchChunks.toCollection().primaryKeys()).sort((a, b) => a - b))
  return { index, texts: index.chunks.map(({ text }) => text.split('\u0001')[0]).sort() }
}

const wanted = Array.from({ length: MANY }, (_, n) => `no ${n}`).sort()

test('what is packed is read as it was, without its own rows, until it changes', async () => {
  const db = await library()
  const { index, texts } = await read(db)
  expect(texts).toEqual(wanted)
  await index.pack()
  expect((await db.searchPacks.toArray()).flatMap(({ chunks }) => chunks)).toHaveLength(MANY)
  const rows = await db.searchChunks.toArray()
  // Were they read, it would show.
  await db.searchChunks.bulkPut(rows.map((row) => ({ ...row, text: row.text.replace('no', 'xx') })))
  expect((await read(db)).texts).toEqual(wanted)
  await db.searchChunks.bulkPut(rows)

  const [first] = threads
  await db.messages.add(makeMessage({ conversationId: first?.id ?? '', key: '2-b', text: 'news' }))
  expect((await read(db)).texts).toContain('no 0')
  expect((await read(db)).index.chunks.some(({ text }) => text.includes('news'))).toBe(true)
})

test('a few loose chunks are not worth packing; packs mostly out of use go', async () => {
  const db = await library()
  await (await read(db)).index.pack()
  const [packed] = await db.searchPacks.toArray()
  await (await read(db)).index.pack()
  expect((await db.searchPacks.toArray()).map(({ id }) => id)).toEqual([packed?.id])
  await db.messages.bulkAdd(
    threads.slice(0, 120).map(({ id }) => makeMessage({ conversationId: id, key: '2-b', text: 'news' })),
  )
  await (await read(db)).index.pack()
  const packs = await db.searchPacks.toArray()
  expect(packs.map(({ id }) => id)).not.toContain(packed?.id)
  expect(packs.flatMap(({ chunks }) => chunks)).toHaveLength(MANY)
})

test('no copy of a deleted message stays in a pack', async () => {
  const db = await library()
  await (await read(db)).index.pack()
  await db.messages.delete(`${threads[3]?.id}#2-a`)
  expect(await db.searchPacks.count()).toBe(0)
  expect((await read(db)).texts).toEqual(wanted.filter((text) => text !== 'no 3'))
})

test('a search that is only made ready packs what it read, so that the next one begins sooner', async () => {
  const db = await library()
  const searcher = new Searcher(
    db,
    () => undefined,
    () => undefined,
  )
  onTestFinished(() => searcher.close())
  searcher.open()
  await eventually(async () => expect(await db.searchPacks.count()).toBe(1))
})
