import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { untouched } from '../../../lib/domain/triage.ts'
import { CACHE_TABLES, Database } from '../../../lib/store/database.ts'
import { deleteLabel } from '../../../lib/store/intents/labels.ts'
import { countUnread, listConversations } from '../../../lib/store/queries/conversations.ts'
import { messagesBefore, sendsOf, spansOf } from '../../../lib/store/queries/thread.ts'
import { triageOf } from '../../../lib/store/queries/triage.ts'
import { viewCounts } from '../../../lib/store/queries/viewCounts.ts'
import { waitingConversations } from '../../../lib/store/queries/waitingConversations.ts'
import { VERSION_1 } from '../../../lib/store/schema/version1.ts'
import { VERSION_2 } from '../../../lib/store/schema/version2.ts'
import { VERSION_3 } from '../../../lib/store/schema/version3.ts'
import { VERSION_4 } from '../../../lib/store/schema/version4.ts'
import { VERSION_5 } from '../../../lib/store/schema/version5.ts'
import { VERSION_6 } from '../../../lib/store/schema/version6.ts'
import { VERSION_7 } from '../../../lib/store/schema/version7.ts'
import { DATABASE_OF_VERSION_1 } from '../../fixtures/databaseOfVersion1.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'

const { waiting, muted, labels, labelled, snoozedUntil, remindAt, ...conversation } = makeConversation({
  serverUnread: 1,
  unread: 1,
  unreadCount: 1,
  starred: 1,
})
const { id } = conversation
const ROWS: Record<keyof typeof DATABASE_OF_VERSION_1, object> = {
  accounts: makeAccount({ id: 'account-1' }),
  conversations: conversation,
  messages: makeMessage({ conversationId: id, text: 'From before' }),
  spans: { conversationId: id, from: 1, to: 2, cursor: null, cursorAt: 0, beginning: true },
  outbox: makeSend({ conversationId: id, text: 'Not sent yet' }),
  drafts: { conversationId: id, text: 'Unfinished', updatedAt: 1 },
  triage: { conversationId: id, accountId: 'account-1', starred: true, muted: true, labels: ['l'] },
  labels: { id: 'l', name: 'Later', hue: 1 },
  snippets: { id: 's', name: 'Thanks', text: 'Thank you' },
  settings: { key: 'pollSeconds', value: 120 },
  freshness: { accountId: 'account-1', succeededAt: 1 },
  ledger: { at: 1, method: 'GET', route: '/accounts' },
  quarantine: { at: 1, route: '/conversations', reason: 'x' },
}

test('a database made at version 1 opens with every row in place and every list readable', async () => {
  const name = 'made-at-version-1'
  const old = new Dexie(name)
  old.version(1).stores(DATABASE_OF_VERSION_1)
  for (const [table, row] of Object.entries(ROWS)) await old.table(table).add(row)
  old.close()

  const db = new Database(name)
  try {
    for (const [table, row] of Object.entries(ROWS)) {
      const stored = await db.table(table).toArray()
      expect(stored, table).toHaveLength(1)
      expect(stored[0], table).toMatchObject(row)
    }
    for (const filter of ['all', 'unread', 'starred'] as const) {
      for (const accountId of [null, 'account-1']) {
        expect(await listConversations(db, { filter, accountId, limit: 5 })).toMatchObject([conversation])
      }
    }
    // Version 2 counts what is there.
    expect(await countUnread(db)).toBe(1)
    expect(await db.counts.toArray()).toMatchObject([{ accountId: 'account-1', conversations: 1, unread: 1 }])
    expect((await messagesBefore(db, id, null, 5)).map((one) => one.text)).toEqual(['From before'])
    expect((await sendsOf(db, id)).map((one) => one.text)).toEqual(['Not sent yet'])
    expect(await spansOf(db, id)).toHaveLength(1)
  } finally {
    await db.delete()
  }
})

// As version 2 left them, which version 1 did not have.
const OF_VERSION_2 = {
  counts: 'accountId',
  searchChunks: '++id, [conversationId+upTo]',
  searchBacklog: 'conversationId',
}

test('a database made at version 2 opens with labels, turns and counts in their indexes, and nothing lost', async () => {
  const name = 'made-at-version-2'
  const old = new Dexie(name)
  old.version(1).stores(DATABASE_OF_VERSION_1)
  old.version(2).stores(OF_VERSION_2)
  for (const [table, row] of Object.entries(ROWS)) await old.table(table).add(row)
  await old.table('counts').add({ accountId: 'account-1', conversations: 1, unread: 1 })
  await old.table('searchChunks').add({ conversationId: id, upTo: 9 })
  old.close()

  const db = new Database(name)
  try {
    for (const [table, row] of Object.entries(ROWS)) {
      expect(await db.table(table).toArray(), table).toMatchObject([row])
    }
    for (const filter of ['all', 'unread', 'starred', 'waitingMe', 'label:l'] as const) {
      for (const accountId of [null, 'account-1']) {
        const [found] = await listConversations(db, { filter, accountId, limit: 5 })
        expect(found, filter).toMatchObject({ id, waiting: 'me', labels: ['l'], muted: true, remindAt: null })
      }
    }
    expect(await viewCounts(db, null)).toEqual({ all: 1, unread: 1, starred: 1, waitingMe: 1, 'label:l': 1 })
    expect(await triageOf(db, id)).toEqual({
      ...untouched(id, 'account-1'),
      starred: true,
      muted: true,
      labels: ['l'],
    })
    await deleteLabel(db, { id: 'l', name: 'Later', hue: 1 })
    expect(await viewCounts(db, null)).toEqual({ all: 1, unread: 1, starred: 1, waitingMe: 1 })
    expect(await db.personNotes.count()).toBe(0)
    // What is searched says more from version 5 on, so it is made anew.
    expect(await db.searchChunks.count()).toBe(0)
    expect(await db.searchBacklog.toArray()).toEqual([{ conversationId: id, from: null }])
  } finally {
    await db.delete()
  }
})

const OF_VERSION_5 = { searchPacks: '++id', savedSearches: 'id' }

test('a database made at version 5 opens knowing which conversations show more than is stored', async () => {
  const name = 'made-at-version-5'
  const old = new Dexie(name)
  old
    .version(5)
    .stores({ ...DATABASE_OF_VERSION_1, ...OF_VERSION_2, ...VERSION_3, ...VERSION_4, ...OF_VERSION_5 })
  const activity = { accountId: 'account-1', lastActivityAt: 2 }
  const rows = [
    makeConversation({ ...activity, key: '2-never', syncedTo: null }),
    makeConversation({ ...activity, key: '2-behind', syncedTo: 1, nextLookAt: 9e12 }),
    makeConversation({ ...activity, key: '2-level', syncedTo: 2 }),
  ]
  await old.table('conversations').bulkAdd(rows)
  old.close()

  const db = new Database(name)
  try {
    const waiting = await waitingConversations(db, 'account-1')
    expect(waiting.map(({ key }) => key).sort()).toEqual(['2-behind', '2-never'])
    expect(await waitingConversations(db, 'account-2')).toEqual([])
    expect(await db.behind.count()).toBe(2)
    expect(await db.conversations.toCollection().sortBy('key')).toEqual(
      rows.sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
  } finally {
    await db.delete()
  }
})

test('a shipped version never changes; every table is either cache or kept', () => {
  expect(VERSION_1).toEqual(DATABASE_OF_VERSION_1)
  expect(VERSION_2).toEqual(OF_VERSION_2)
  expect(VERSION_4).toEqual({
    files: 'id, conversationId, taken',
    fileContents: 'id',
    media: 'url, accountId, [fetchedAt+byteSize]',
  })
  expect(VERSION_5).toEqual(OF_VERSION_5)
  expect(VERSION_6).toEqual({ behind: '[accountId+conversationId]' })
  expect(VERSION_7).toEqual({ stamps: 'id, told', travel: 'id' })
  expect(Object.keys(DATABASE_OF_VERSION_1)).toEqual(expect.arrayContaining([...CACHE_TABLES]))
})

test('what the user made before it could travel is unstamped until it changes', async () => {
  const name = 'made-before-travel'
  const old = new Dexie(name)
  old.version(1).stores(DATABASE_OF_VERSION_1)
  await old.table('snippets').add(ROWS.snippets)
  await old.table('labels').add(ROWS.labels)
  old.close()

  const db = new Database(name)
  try {
    expect(await db.snippets.toArray()).toEqual([ROWS.snippets])
    expect(await db.stamps.count()).toBe(0)
    await db.snippets.delete('s')
    await db.labels.put({ id: 'l', name: 'Soon', hue: 1 })
    expect((await db.stamps.toArray()).map(({ id, told }) => [id, told])).toEqual([
      ['labels/l', 0],
      ['snippets/s', 0],
    ])
  } finally {
    await db.delete()
  }
})
