import Dexie, { type Table } from 'dexie'
import { Database } from '../../../lib/store/database.ts'
import { alternate } from '../alternate.ts'
import { indexesOf } from './indexesOf.ts'
import { makeKey, openRow, type SealedRow, sealRow, sealText } from './seal.ts'
import { readingPacks } from './sealedPacks.ts'
import { timed } from './timed.ts'

/*
 * What a cache would cost of which the disk holds only what indexes are made of, and all else sealed row by row: the same
 * reads and writes of the same rows in two databases of the same shape, one of them sealed, in turn.
 */

/** What was measured of one thing (ms, or bytes), sealed and as it is. */
export interface Beside {
  readonly samples: number[]
  readonly floor: number[]
}

export interface SealedOptions {
  /** The conversation that is opened and scrolled through. */
  readonly thread: string
  /** Conversations with a page of messages each, which are put one by one. */
  readonly imported: readonly string[]
  readonly times: number
}

export interface SealedTimes {
  readonly list: Beside
  readonly screen: Beside
  readonly scrolled: Beside
  readonly imported: Beside
  readonly people: Beside
  readonly packs: Beside
  readonly fivefold: Beside
  /** Bytes on the disk. */
  readonly disk: Beside
}

type Row = { id: string }
type Way = 'plain' | 'sealed'

const { minKey, maxKey } = Dexie
const TABLES = ['conversations', 'messages'] as const
const LISTED = 50
const SCREEN = 21
const PAGE = 100
const COPIED_AT_ONCE = 2_000
const COPIES = 5

const source = new Database()
const key = await makeKey()
const dbs: Record<Way, Dexie> = { plain: emptyCopy('bench-plain'), sealed: emptyCopy('bench-sealed') }
const clearOf = Object.fromEntries(TABLES.map((name) => [name, clearFields(source.table(name))]))

function emptyCopy(name: string): Dexie {
  const db = new Dexie(name)
  const alike = [...TABLES, 'searchChunks'].map((table) => [table, indexesOf(source.table(table))])
  db.version(1).stores({ ...Object.fromEntries(alike), packs: 'id' })
  return db
}

/** Fields that indexes are made of; the browser has to read these. */
function clearFields({ schema }: Table): ReadonlySet<string> {
  return new Set([schema.primKey, ...schema.indexes].flatMap(({ keyPath }) => keyPath ?? []))
}

const sealAll = (table: string, rows: readonly Row[]) =>
  Promise.all(rows.map((row) => sealRow(key, row, clearOf[table] ?? new Set())))

const openAll = (rows: readonly (SealedRow & Row)[]) => Promise.all(rows.map((row) => openRow(key, row)))

/** Reads the same of both databases in turn, and opens what is sealed. */
function reading<T extends Row>(times: number, read: (db: Dexie) => Promise<T[]>): Promise<Beside> {
  return alternate(times, {
    floor: () => timed(() => read(dbs.plain)),
    product: () => timed(async () => openAll((await read(dbs.sealed)) as (T & SealedRow)[])),
  })
}

/** Fills a database with all rows there are; returns how much larger (bytes) that made what is on the disk. */
async function fill(db: Dexie, way: Way): Promise<number> {
  const before = await bytesOnDisk()
  for (const name of TABLES) {
    for (let last = ''; ; ) {
      const rows: Row[] = await source.table(name).where(':id').above(last).limit(COPIED_AT_ONCE).toArray()
      await db.table(name).bulkPut(way === 'plain' ? rows : await sealAll(name, rows))
      last = rows.at(-1)?.id ?? ''
      if (rows.length < COPIED_AT_ONCE) break
    }
  }
  return (await bytesOnDisk()) - before
}

/** Fills both twice, in turn: the browser tidies its files when it likes. What is filled last is what is read. */
async function weigh(): Promise<Beside> {
  const others: Record<Way, Dexie> = {
    plain: emptyCopy('bench-plain-2'),
    sealed: emptyCopy('bench-sealed-2'),
  }
  const first = { floor: await fill(others.plain, 'plain'), samples: await fill(others.sealed, 'sealed') }
  const second = { floor: await fill(dbs.plain, 'plain'), samples: await fill(dbs.sealed, 'sealed') }
  await Promise.all([others.plain.delete(), others.sealed.delete()])
  return { floor: [first.floor, second.floor], samples: [first.samples, second.samples] }
}

async function bytesOnDisk(): Promise<number> {
  const { usage = 0, usageDetails } = (await navigator.storage.estimate()) as StorageEstimate & {
    usageDetails?: { indexedDB?: number }
  }
  return usageDetails?.indexedDB ?? usage
}

const newestListed = (db: Dexie): Promise<Row[]> =>
  db
    .table('conversations')
    .where('[shelf+lastActivityAt]')
    .between(['inbox', minKey], ['inbox', maxKey])
    .reverse()
    .limit(LISTED)
    .toArray()

function messagesOf(db: Dexie, thread: string, { offset = 0, limit }: { offset?: number; limit: number }) {
  return db
    .table('messages')
    .where('[conversationId+sentAt+key]')
    .between([thread, minKey], [thread, maxKey])
    .reverse()
    .offset(offset)
    .limit(limit)
    .toArray() as Promise<Row[]>
}

/** Puts what an answer with a page of messages brings, sealed before the transaction: nothing in it can wait for that. */
async function importing(ids: readonly string[]): Promise<Beside> {
  const pages = await Promise.all(
    ids.map(async (id) => ({
      messages: await messagesOf(source, id, { limit: PAGE }),
      conversations: ((await source.conversations.bulkGet([id])) as (Row | undefined)[]).filter(
        (row) => row !== undefined,
      ),
      searchChunks: await source.searchChunks
        .where('[conversationId+upTo]')
        .between([id, minKey], [id, maxKey])
        .toArray(),
    })),
  )
  const put = (db: Dexie, rows: Record<string, readonly unknown[]>) =>
    db.transaction('rw', Object.keys(rows), () =>
      Promise.all(Object.entries(rows).map(([name, all]) => db.table(name).bulkPut(all))),
    )
  const sealPage = async ({ messages, conversations, searchChunks }: (typeof pages)[number]) => {
    const [sealedMessages, sealedConversations, sealedChunks] = await Promise.all([
      sealAll('messages', messages),
      sealAll('conversations', conversations),
      Promise.all(
        searchChunks.map(async (chunk) => ({
          ...chunk,
          text: '',
          sealed: await sealText(key, chunk.text, String(chunk.id)),
        })),
      ),
    ])
    return { messages: sealedMessages, conversations: sealedConversations, searchChunks: sealedChunks }
  }
  const other: Record<Way, Dexie> = {
    plain: emptyCopy('bench-import'),
    sealed: emptyCopy('bench-sealed-import'),
  }
  const next = { plain: 0, sealed: 0 }
  const rate = async (way: Way) => {
    const page = pages[next[way]++ % pages.length]
    if (!page) throw new Error('Nothing to import')
    const ms = await timed(async () => put(other[way], way === 'plain' ? page : await sealPage(page)))
    return (page.messages.length / ms) * 1_000
  }
  try {
    await Promise.all([other.plain.open(), other.sealed.open()])
    return await alternate(pages.length - 2, { floor: () => rate('plain'), product: () => rate('sealed') })
  } finally {
    await Promise.all([other.plain.delete(), other.sealed.delete()])
  }
}

/** That what is opened is what was sealed, or the times would say nothing. */
async function checkOpened(): Promise<void> {
  const [plain, opened] = [
    await newestListed(dbs.plain),
    await openAll((await newestListed(dbs.sealed)) as (Row & SealedRow)[]),
  ]
  const sorted = (row: object) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (plain.length === 0 || plain.map(sorted).join() !== opened.map(sorted).join())
    throw new Error('What was sealed does not open as it was')
}

async function measureSealed({ thread, imported, times }: SealedOptions): Promise<SealedTimes> {
  try {
    const disk = await weigh()
    await checkOpened()
    const searched = { key, dbs, chunks: await source.searchChunks.toArray() }
    return {
      disk,
      list: await reading(times, newestListed),
      screen: await reading(times, (db) => messagesOf(db, thread, { limit: SCREEN })),
      scrolled: await reading(times, async (db) => [
        ...(await messagesOf(db, thread, { limit: PAGE })),
        ...(await messagesOf(db, thread, { offset: PAGE, limit: PAGE })),
      ]),
      imported: await importing(imported),
      people: await reading(times, (db) => db.table<Row>('conversations').toArray()),
      packs: await readingPacks({ ...searched, times, copies: 1 }),
      fivefold: await readingPacks({ ...searched, times, copies: COPIES }),
    }
  } finally {
    await Promise.all([dbs.plain.delete(), dbs.sealed.delete()])
  }
}

Object.assign(window, { measureSealed })
