import { describe, expect, it } from 'vitest'
import type { Message } from '../../../../lib/domain/message.ts'
import { readAtOnce } from '../../../../lib/store/atOnce/readAtOnce.ts'
import { screenAtOnce } from '../../../../lib/store/atOnce/screenAtOnce.ts'
import { enqueueReply } from '../../../../lib/store/intents/replies.ts'
import { readNewestScreen } from '../../../../lib/store/queries/newestScreen.ts'
import { STORED_VERSION } from '../../../../lib/store/schema/stored.ts'
import { makeConversation } from '../../../fixtures/makeConversation.ts'
import { makeMessage } from '../../../fixtures/makeMessage.ts'
import { openDatabase } from '../../../fixtures/openDatabase.ts'

const LIMIT = 6

/** A thread of so many messages beside another, with a span and two replies on their way. */
async function cached(messages: number) {
  const db = openDatabase()
  const conversation = makeConversation()
  const { id } = conversation
  const other = `${id}-other`
  await db.conversations.bulkAdd([conversation, makeConversation({ id: other })])
  const made = Array.from({ length: messages }, () => makeMessage({ conversationId: id }))
  await db.messages.bulkAdd([...made, makeMessage({ conversationId: other })])
  const span = { from: 1, to: 9, cursor: null, cursorAt: 0, beginning: true }
  await db.spans.bulkAdd([id, other].map((conversationId) => ({ ...span, conversationId })))
  for (const text of ['One', 'Two']) await enqueueReply(db, id, text, 1)
  return { db, id }
}

const atOnce = async (name: string, id: string) => {
  const rows = await readAtOnce(id, LIMIT, name)
  return rows && screenAtOnce(rows, LIMIT)
}

describe('what a thread shows first, read without Dexie', () => {
  it.each([0, 1, LIMIT - 1, LIMIT, 3 * LIMIT])('is what Dexie reads, with %i messages', async (messages) => {
    const { db, id } = await cached(messages)
    expect(await atOnce(db.name, id)).toEqual(await readNewestScreen(db, id, LIMIT - 1))
  })

  it('leaves out what is not sound, as all reading does', async () => {
    const { db, id } = await cached(3)
    await db.messages.put({ ...makeMessage({ conversationId: id }), text: 7 } as unknown as Message)
    const screen = await atOnce(db.name, id)
    expect(screen?.messages.length).toBe(3)
    expect(screen).toEqual(await readNewestScreen(db, id, LIMIT - 1))
  })

  it('is nothing where the conversation is not there', async () => {
    const { db, id } = await cached(1)
    expect(await atOnce(db.name, `${id}-gone`)).toBeNull()
  })
})

describe('a database that is not there, or of another version', () => {
  it('is not read, and none is left behind', async () => {
    expect(await readAtOnce('account-1/inbox/none', LIMIT, 'nowhere')).toBeNull()
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('nowhere')
  })

  it('is not read, and neither holds up nor hinders who upgrades it', async () => {
    const name = 'of-another-version'
    const older = indexedDB.open(name, STORED_VERSION - 10)
    await new Promise((done) => {
      older.onsuccess = done
    })
    older.result.close()
    expect(await readAtOnce('account-1/inbox/none', LIMIT, name)).toBeNull()
    const newer = indexedDB.open(name, STORED_VERSION)
    await new Promise((done, failed) => {
      newer.onsuccess = done
      newer.onblocked = failed
    })
    newer.result.close()
    indexedDB.deleteDatabase(name)
  })

  it('counts its version as the database does', async () => {
    const { db } = await cached(0)
    expect(db.backendDB().version).toBe(STORED_VERSION)
  })
})
