import Dexie from 'dexie'
import { expect, test } from 'vitest'
import { CACHE_TABLES, Database } from '../../../lib/store/database.ts'
import { countUnread, listConversations } from '../../../lib/store/queries/conversations.ts'
import { messagesBefore, sendsOf, spansOf } from '../../../lib/store/queries/thread.ts'
import { VERSION_1 } from '../../../lib/store/schema/version1.ts'
import { VERSION_2 } from '../../../lib/store/schema/version2.ts'
import { VERSION_4 } from '../../../lib/store/schema/version4.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'

// Written out once more: this is what is on users' disks, whatever becomes of the code.
const AS_SHIPPED = {
  accounts: 'id',
  conversations:
    'id, accountId, [shelf+lastActivityAt], [accountId+shelf+lastActivityAt], [unread+lastActivityAt], [accountId+unread+lastActivityAt], [starred+lastActivityAt], [accountId+starred+lastActivityAt], [accountId+lastActivityAt]',
  messages: 'id, [conversationId+sentAt+key], sentAt',
  spans: '[conversationId+from]',
  outbox: 'id, conversationId, state',
  drafts: 'conversationId',
  triage: 'conversationId, snoozedUntil',
  labels: 'id',
  snippets: 'id',
  settings: 'key',
  freshness: 'accountId',
  ledger: '++id',
  quarantine: '++id',
}

const conversation = makeConversation({ unread: 1, starred: 1 })
const { id } = conversation
const ROWS: Record<keyof typeof AS_SHIPPED, object> = {
  accounts: makeAccount({ id: 'account-1' }),
  conversations: conversation,
  messages: makeMessage({ conversationId: id, text: 'From before' }),
  spans: { conversationId: id, from: 1, to: 2, cursor: null, cursorAt: 0, beginning: true },
  outbox: makeSend({ conversationId: id, text: 'Not sent yet' }),
  drafts: { conversationId: id, text: 'Unfinished', updatedAt: 1 },
  triage: { conversationId: id, accountId: 'account-1', snoozedUntil: 5, labels: ['l'] },
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
  old.version(1).stores(AS_SHIPPED)
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
        expect(await listConversations(db, { filter, accountId, limit: 5 })).toEqual([conversation])
      }
    }
    // Version 2 counts what is there.
    expect(await countUnread(db)).toBe(1)
    expect(await db.counts.toArray()).toEqual([{ accountId: 'account-1', conversations: 1, unread: 1 }])
    expect((await messagesBefore(db, id, null, 5)).map((one) => one.text)).toEqual(['From before'])
    expect((await sendsOf(db, id)).map((one) => one.text)).toEqual(['Not sent yet'])
    expect(await spansOf(db, id)).toHaveLength(1)
  } finally {
    await db.delete()
  }
})

test('a shipped version never changes; every table is either cache or kept', () => {
  expect(VERSION_1).toEqual(AS_SHIPPED)
  expect(VERSION_2).toEqual({
    counts: 'accountId',
    searchChunks: '++id, [conversationId+upTo]',
    searchBacklog: 'conversationId',
  })
  expect(VERSION_4).toEqual({
    files: 'id, conversationId, intentId',
    fileContents: 'id',
    media: 'url, accountId, [fetchedAt+byteSize]',
  })
  expect(Object.keys(AS_SHIPPED)).toEqual(expect.arrayContaining([...CACHE_TABLES]))
})
