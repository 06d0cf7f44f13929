import { expect, onTestFinished, test } from 'vitest'
import type { SearchAnswer } from '../../../../lib/domain/searchAnswer.ts'
import type { Database } from '../../../../lib/store/database.ts'
import { Searcher } from '../../../../lib/store/search/Searcher.ts'
import { SearchIndex } from '../../../../lib/store/search/SearchIndex.ts'
import { readContents } from '../../../../lib/store/search/SearchPacks.ts'
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

/** The texts that are searched, by a worker that was just started, and what it had when older ones were to come. */
async function read(db: Database) {
  const index = new SearchIndex(db)
  const texts = () => index.chunks.map(({ text }) => text.split('\u0001')[0] ?? '').sort()
  const parts: { since: number; texts: string[] }[] = []
  await index.update(
    (await db.searchChunks.toCollection().primaryKeys()).sort((a, b) => a - b),
    async () => {
      parts.push({ since: index.since, texts: texts() })
    },
  )
  return { index, texts: texts(), parts }
}

/** Those that hold chunks. */
async function packsOf(db: Database) {
  return (await db.searchPacks.toArray()).filter(({ contents }) => contents === undefined)
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
  const [packed] = await packsOf(db)
  await (await read(db)).index.pack()
  expect((await packsOf(db)).map(({ id }) => id)).toEqual([packed?.id])
  await db.messages.bulkAdd(
    threads.slice(0, 120).map(({ id }) => makeMessage({ conversationId: id, key: '2-b', text: 'news' })),
  )
  await (await read(db)).index.pack()
  const packs = await packsOf(db)
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

test('a message that is deleted before its text is packed is in no pack', async () => {
  const db = await library()
  const { index } = await read(db)
  await db.messages.delete(`${threads[3]?.id}#2-a`)
  await index.pack()
  const packed = (await packsOf(db)).flatMap(({ chunks }) => chunks)
  expect(packed).toHaveLength(MANY - 1)
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
  await eventually(async () => expect((await readContents(db)).length).toBe(1))
})

/** So much text that it takes several packs; message n is from moment n, under `word` if it is to be found. */
async function longLibrary(isFound: (n: number) => boolean): Promise<Database> {
  const db = openDatabase()
  await db.conversations.bulkAdd(threads)
  await db.messages.bulkAdd(
    threads.map(({ id }, n) =>
      makeMessage({
        conversationId: id,
        key: '2-a',
        sentAt: 1_000 + n,
        text: `${isFound(n) ? 'word' : 'other'} ${n} ${'-'.repeat(20_000)}`,
      }),
    ),
  )
  return db
}

test('the newest text is there first: of what is newer than the time it tells, nothing is missing', async () => {
  const db = await longLibrary(() => true)
  expect((await read(db)).parts).toEqual([])
  await (await read(db)).index.pack()
  const numbers = (texts: string[]) => texts.map((text) => Number(text.split(' ')[1])).sort((a, b) => a - b)
  // In no pack yet, and the oldest of all.
  await db.messages.add(
    makeMessage({ conversationId: threads[0]?.id ?? '', key: '2-b', sentAt: 1, text: 'word 1000 -' }),
  )
  const { parts, texts } = await read(db)
  expect(parts.length).toBeGreaterThan(1)
  for (const { since, texts } of parts) {
    const newer = Array.from({ length: MANY }, (_, n) => n).filter((n) => 1_000 + n > since)
    expect(numbers(texts)).toEqual(expect.arrayContaining(newer))
    expect(texts.length).toBeLessThan(MANY)
  }
  expect(numbers(texts)).toHaveLength(MANY)

  // A pack that is gone, or went bad on the disk, is made up for by the chunks themselves.
  const [first, second] = await readContents(db)
  await db.searchPacks.delete(first?.id ?? 0)
  await db.searchPacks.put({ id: second?.id ?? 0, chunks: 'bad' as never })
  const again = await read(db)
  expect(again.parts.map(({ texts }) => numbers(texts))).toEqual(parts.map(({ texts }) => numbers(texts)))
  expect(again.texts).toEqual(texts)
})

test('what is read ahead of all others has each newer message once, also what came or changed since it was packed', async () => {
  const db = await longLibrary(() => true)
  await (await read(db)).index.pack()
  await db.messages.add(
    makeMessage({ conversationId: threads[149]?.id ?? '', key: '2-b', sentAt: 5_000, text: 'word 4000 -' }),
  )
  const index = new SearchIndex(db)
  expect(index.since).toBe(Number.POSITIVE_INFINITY)
  await index.begin()
  const numbers = index.chunks.flatMap(({ text }) =>
    [...text.matchAll(/word (\d+)/g)].map(([, n]) => Number(n)),
  )
  const newer = Array.from({ length: MANY }, (_, n) => n).filter((n) => 1_000 + n > index.since)
  expect(newer.length).toBeGreaterThan(20)
  expect(numbers.sort((a, b) => a - b)).toEqual([...newer, 4_000])

  // Where a pack is gone, nothing is certain before all ids are known.
  const [first] = await readContents(db)
  await db.searchPacks.delete(first?.id ?? 0)
  const other = new SearchIndex(db)
  await other.begin()
  expect(other.since).toBe(Number.POSITIVE_INFINITY)
})

test('what is told while text is still being read is the beginning of the whole answer', async () => {
  const db = await longLibrary((n) => n % 10 === 9)
  await (await read(db)).index.pack()
  const answers: SearchAnswer[] = []
  const searcher = new Searcher(
    db,
    (answer) => answers.push(answer),
    () => undefined,
  )
  onTestFinished(() => searcher.close())
  searcher.open()
  searcher.ask({ query: 'word', limit: 30 })
  await eventually(() => expect(answers.at(-1)?.hits).toHaveLength(MANY / 10))
  const ids = (answer: SearchAnswer | undefined) => answer?.hits.map(({ message }) => message.id) ?? []
  expect(answers.at(-1)?.partial).toBe(false)
  for (const answer of answers) {
    expect(ids(answer).length).toBeGreaterThan(0)
    expect(ids(answers.at(-1)).slice(0, ids(answer).length)).toEqual(ids(answer))
  }
})
