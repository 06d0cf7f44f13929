import { expect, test } from 'vitest'
import { clearAllTables, clearCacheTables } from '../../../lib/store/commits/clear.ts'
import type { Database } from '../../../lib/store/database.ts'
import { countUnread } from '../../../lib/store/queries/conversations.ts'
import { rowCounts } from '../../../lib/store/queries/diagnostics.ts'
import { makeDisk } from '../../fixtures/makeDisk.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

async function full(): Promise<Database> {
  const db = openDatabase()
  const conversationId = 'c'
  const rows: Record<string, object> = {
    spans: { conversationId, from: 1, to: 2 },
    searchChunks: { conversationId, upTo: 1 },
    searchBacklog: { conversationId, from: null },
    searchPacks: { chunks: [] },
    outbox: makeSend({ conversationId }),
    files: { id: 'f', conversationId, taken: 0, name: 'Offer.pdf', byteSize: 1 },
    fileContents: { id: 'f', content: new ArrayBuffer(1) },
    media: { url: 'u', accountId: 'a', fetchedAt: 1, byteSize: 1 },
    drafts: { conversationId, text: 'Unfinished', updatedAt: 1 },
    triage: { conversationId, labels: [] },
    personNotes: { personId: 'p', text: 'Met in Berlin', updatedAt: 1 },
    settings: { key: 'connectedAt', value: 1 },
    conversations: { id: 1, accountId: 'a', unread: 1, syncedTo: null },
    freshness: { accountId: 'a', succeededAt: 1 },
    quarantine: { at: 1, route: 'GET /conversations', reason: 'not an object' },
  }
  // These the store keeps by itself.
  const tables = db.tables.filter(({ name }) => name !== 'counts' && name !== 'behind')
  for (const table of tables) await table.add(rows[table.name] ?? { id: 1 })
  return db
}

test('clearing the cache empties accounts, conversations, messages, spans and received files, and nothing the user made', async () => {
  const disk = makeDisk()
  let compacted = 0
  disk.onCompact = () => compacted++
  const db = await full()
  expect(await countUnread(db)).toBe(1)
  expect(await db.behind.count()).toBe(1)
  await clearCacheTables(db)
  expect(await countUnread(db)).toBe(0)
  // Chromium gives the room back only then.
  expect(compacted).toBe(1)
  expect(await rowCounts(db)).toEqual({
    accounts: 0,
    behind: 0,
    conversations: 0,
    counts: 1,
    messages: 0,
    spans: 0,
    stamps: 3,
    travel: 1,
    searchChunks: 0,
    searchBacklog: 0,
    searchPacks: 0,
    savedSearches: 1,
    outbox: 1,
    files: 1,
    fileContents: 1,
    media: 0,
    drafts: 1,
    triage: 1,
    labels: 1,
    snippets: 1,
    personNotes: 1,
    settings: 1,
    freshness: 1,
    ledger: 1,
    quarantine: 1,
  })
})

test('deleting everything leaves nothing', async () => {
  const db = await full()
  await clearAllTables(db)
  expect(Object.values(await rowCounts(db)).filter((rows) => rows > 0)).toEqual([])
})
