import Dexie from 'dexie'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Message } from '../../../../lib/domain/message.ts'
import { changeOf, entriesOf, isChunk } from '../../../../lib/domain/searchChunk.ts'
import { clearCacheTables } from '../../../../lib/store/commits/clear.ts'
import { commitAccounts } from '../../../../lib/store/commits/commitAccounts.ts'
import { commitMessages } from '../../../../lib/store/commits/commitMessages.ts'
import { commitSent } from '../../../../lib/store/commits/commitSend.ts'
import { dropOldestMessages } from '../../../../lib/store/commits/dropOldestMessages.ts'
import { dropUnsound } from '../../../../lib/store/commits/dropUnsound.ts'
import { Database } from '../../../../lib/store/database.ts'
import { VERSION_1 } from '../../../../lib/store/schema/version1.ts'
import { buildChunks } from '../../../../lib/store/search/buildChunks.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { makeReceived } from '../../../fixtures/makeReceived.ts'
import { makeSend } from '../../../fixtures/makeSend.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'

/** What the chunks hold, and what they should: one line a message. */
async function expectEqual(db: Database): Promise<void> {
  const chunks = await db.searchChunks.toArray()
  const lines = chunks.flatMap((chunk) =>
    entriesOf(chunk).map((entry) => JSON.stringify([chunk.conversationId, entry])),
  )
  const messages = await db.messages.toArray()
  const wanted = messages.map((message) => JSON.stringify([message.conversationId, changeOf(message)]))
  expect(lines.sort()).toEqual(wanted.sort())
  // No two chunks may claim the same stretch of time.
  for (const chunk of chunks) {
    expect(isChunk(chunk)).toBe(true)
    const others = chunks.filter(
      (one) => one.conversationId === chunk.conversationId && one.upTo < chunk.upTo,
    )
    const below = Math.max(0, ...others.map(({ upTo }) => upTo))
    expect(Math.min(...chunk.times)).toBeGreaterThan(below)
    expect(Math.max(...chunk.times)).toBeLessThanOrEqual(chunk.upTo)
  }
}

const account = makeAccount({ id: 'account-1' })
const threads = ['2-a', '2-b'].map((key) => makeConversation({ key, accountId: 'account-1' }))
const ids = threads.map(({ id }) => id)

async function library(): Promise<Database> {
  const db = openDatabase()
  await db.accounts.add(account)
  await db.conversations.bulkAdd(threads)
  return db
}

const thread = fc.constantFrom(...ids)
const received = fc.record({
  key: fc.integer({ min: 0, max: 60 }).map((n) => `2-k${n}`),
  sentAt: fc.integer({ min: 1_000, max: 1_100 }),
  text: fc.constantFrom('Guten Tag', 'Größe?', '我們', 'x'.repeat(9_000)),
})
const page = fc.uniqueArray(received, { selector: ({ key }) => key, maxLength: 40 })

const commit = fc
  .record({ conversationId: thread, page, recalls: fc.boolean() })
  .map(({ conversationId, page: rows, recalls }) => async (db: Database) => {
    const sorted = [...rows].sort((a, b) => a.sentAt - b.sentAt)
    await commitMessages(db, {
      account,
      conversationId,
      received: sorted.map((row) => makeReceived(row.sentAt, row)),
      participants: [],
      stretch: null,
      proven: recalls ? { above: 1_020, below: 1_060, synced: true } : null,
    })
  })
const sent = fc.record({ conversationId: thread, received }).map((one) => async (db: Database) => {
  const send = makeSend({ conversationId: one.conversationId, accountId: 'account-1', state: 'sending' })
  await db.outbox.put(send)
  await commitSent(db, send.id, makeReceived(one.received.sentAt, one.received))
})
const unsound = fc.nat(30).map((at) => async (db: Database) => {
  const row = await db.messages.toCollection().offset(at).first()
  if (row) await dropUnsound(db, [{ table: 'messages', key: row.id }])
})
const forget = fc.constantFrom(
  (db: Database) => dropOldestMessages(db),
  (db: Database) => clearCacheTables(db).then(() => db.conversations.bulkPut(threads)),
  (db: Database) => commitAccounts(db, []).then(() => db.conversations.bulkPut(threads)),
)
const step = fc.oneof({ weight: 6, arbitrary: commit }, sent, unsound, forget)

test('whatever is stored, recalled, dropped or cleared, what is searched is what the messages say', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array<(db: Database) => Promise<unknown>>(step, { minLength: 1, maxLength: 8 }),
      async (steps) => {
        const db = await library()
        for (const take of steps) {
          await take(db)
          await expectEqual(db)
        }
        await db.delete()
      },
    ),
    { numRuns: 60 },
  )
})

test('a write that fails as a whole leaves neither message nor text', async () => {
  const db = await library()
  const message = makeMessage({ conversationId: ids[0] ?? '' })
  const write = db.transaction('rw', [db.messages], async () => {
    await db.messages.put(message)
    throw new Error('Made to fail')
  })
  await expect(write).rejects.toThrow('Made to fail')
  expect(await db.searchChunks.count()).toBe(0)
})

test('a message that is equal to what is stored writes no chunk', async () => {
  const db = await library()
  const message = makeMessage({ conversationId: ids[0] ?? '' })
  await db.messages.put(message)
  const [before] = await db.searchChunks.toArray()
  await db.messages.put({ ...message, intentId: 'i' })
  expect((await db.searchChunks.toArray())[0]?.id).toBe(before?.id)
})

async function buildAll(db: Database): Promise<void> {
  while (await buildChunks(db));
}

test('a chunk that went bad is made anew, and keeps no message from being stored', async () => {
  const db = await library()
  const [conversationId = ''] = ids
  const old = Array.from({ length: 3 }, () => makeMessage({ conversationId }))
  await db.messages.bulkPut(old)
  await db.searchChunks.toCollection().modify({ ends: 'broken' as never })
  await db.messages.put(makeMessage({ conversationId }))
  await buildAll(db)
  await expectEqual(db)
})

test('a database made at version 1 is made searchable bit by bit, while messages come and go', async () => {
  const name = 'searched-at-version-1'
  const old = new Dexie(name)
  old.version(1).stores(VERSION_1)
  const messages = ids.flatMap((conversationId, i) =>
    Array.from({ length: 300 + 400 * i }, (): Message => makeMessage({ conversationId })),
  )
  await old.table('conversations').bulkAdd(threads)
  await old.table('messages').bulkAdd(messages)
  old.close()

  const db = new Database(name)
  try {
    expect(await db.searchChunks.count()).toBe(0)
    for (let i = 0; await buildChunks(db); i++) {
      await db.messages.put(makeMessage({ conversationId: ids[i % 2] ?? '', text: `News ${i}` }))
      await db.messages.delete(messages[i * 90]?.id ?? '')
    }
    expect(await db.searchBacklog.count()).toBe(0)
    await expectEqual(db)
  } finally {
    await db.delete()
  }
})
