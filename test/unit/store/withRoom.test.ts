import { expect, test } from 'vitest'
import { isFullError } from '../../../lib/domain/storageTrouble.ts'
import type { Database } from '../../../lib/store/database.ts'
import { saveDraft } from '../../../lib/store/intents/drafts.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { rowCounts } from '../../../lib/store/queries/diagnostics.ts'
import { withRoom } from '../../../lib/store/withRoom.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeDisk } from '../../fixtures/makeDisk.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

/** Ten conversations of ten messages each, the last one the newest, and a row of everything the user makes. */
async function cached() {
  const db = openDatabase()
  const conversations = Array.from({ length: 10 }, (_, at) => makeConversation({ lastActivityAt: 1000 + at }))
  await db.accounts.add(makeAccount({ id: 'account-1' }))
  await db.conversations.bulkAdd(conversations)
  for (const { id } of conversations) {
    await db.messages.bulkAdd(Array.from({ length: 10 }, () => makeMessage({ conversationId: id })))
    await db.spans.add({ conversationId: id, from: 1, to: 2, cursor: null, cursorAt: 0, beginning: true })
  }
  const ids = conversations.map(({ id }) => id)
  await saveDraft(db, ids[0] ?? '', 'Half a thought', 1)
  await db.outbox.add(makeSend({ conversationId: ids[1] ?? '', text: 'Not sent yet' }))
  await db.labels.add({ id: 'l', name: 'Later', hue: 1 })
  await db.snippets.add({ id: 's', name: 'Thanks', text: 'Thank you' })
  await db.settings.add({ key: 'pollSeconds', value: 120 })
  await db.triage.add({ conversationId: ids[2] ?? '', labels: ['l'] } as never)
  return { db, ids, newest: ids[9] ?? '' }
}

const userRows = async (db: Database) =>
  Promise.all([db.drafts, db.triage, db.labels, db.snippets, db.settings].map((table) => table.toArray()))
const messagesOf = async (db: Database, ids: readonly string[]) => {
  const rows = await db.messages.toArray()
  return ids.map((id) => rows.filter((row) => row.conversationId === id).length)
}
const reply = (db: Database, id: string) => withRoom(db, () => enqueueReply(db, id, 'Thursday works', 5))

test('on a full disk a reply is written once the browser has given back what is no longer used; nothing is dropped', async () => {
  const disk = makeDisk()
  const { db, newest } = await cached()
  disk.full = true
  disk.onCompact = () => {
    disk.full = false
  }
  await reply(db, newest)
  expect(disk.refused).toBe(1)
  expect((await db.outbox.toArray()).map((row) => row.kind === 'send' && row.text)).toEqual(
    expect.arrayContaining(['Thursday works', 'Not sent yet']),
  )
  expect(await db.messages.count()).toBe(100)
})

test('where that is not enough, the messages of quiet conversations go, but not where the user is at work, and nothing of theirs', async () => {
  const disk = makeDisk()
  const { db, ids, newest } = await cached()
  const before = await userRows(db)
  disk.full = true
  let asked = 0
  disk.onCompact = () => {
    disk.full = ++asked < 2
  }
  await reply(db, newest)
  // The two oldest have a draft and a reply on its way.
  expect(await messagesOf(db, ids)).toEqual([10, 10, 0, 0, 0, 0, 0, 10, 10, 10])
  // What went is no longer said to be complete, or it would never be fetched again.
  expect((await db.spans.toArray()).map((row) => row.conversationId).sort()).toEqual(
    [0, 1, 7, 8, 9].map((at) => ids[at] ?? '').sort(),
  )
  expect(await rowCounts(db)).toMatchObject({ accounts: 1, conversations: 10, outbox: 2 })
  const after = await userRows(db)
  // The reply read its conversation, which is one more row of triage; all else is as it was.
  expect(after[1]?.length).toBe(2)
  expect(after.with(1, [])).toEqual(before.with(1, []))
})

test('where nothing helps, it fails as full, and trying again and again does not eat up the cache', async () => {
  const disk = makeDisk()
  const { db, newest } = await cached()
  disk.full = true
  for (let at = 0; at < 3; at++) {
    const failure = await reply(db, newest).catch((error: unknown) => error)
    expect(isFullError(failure)).toBe(true)
  }
  expect(await db.messages.count()).toBe(50)
  expect(await db.outbox.count()).toBe(1)
  expect(await db.drafts.count()).toBe(1)
})

test('another failure is passed on at once and makes no room', async () => {
  const disk = makeDisk()
  const { db } = await cached()
  let compactions = 0
  disk.onCompact = () => compactions++
  await expect(reply(db, 'nowhere')).rejects.toThrow(RangeError)
  expect(compactions).toBe(0)
  expect(await db.messages.count()).toBe(100)
})
