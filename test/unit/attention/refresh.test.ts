import { beforeEach, expect, test, vi } from 'vitest'
import { refresh } from '../../../lib/attention/refresh.ts'
import { readFirstScreen } from '../../../lib/browser/firstScreen.ts'
import { clearAllTables } from '../../../lib/store/commits/clear.ts'
import { markRead } from '../../../lib/store/intents/marks.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { fakeBrowser } from './fakeBrowser.ts'

vi.mock('../../../lib/browser/memo.ts', async () => (await import('./fakeBrowser.ts')).memo)
vi.mock('../../../lib/browser/badge.ts', async () => (await import('./fakeBrowser.ts')).badge)
beforeEach(() => fakeBrowser.reset())

const NOW = 1_000_000

/** Two accounts, with two unread conversations and one. */
async function inbox() {
  const db = openDatabase()
  await saveSetting(db, 'connectedAt', 1)
  await db.accounts.bulkAdd([
    makeAccount({ id: 'a' }),
    makeAccount({ id: 'b', health: { state: 'signedOut' } }),
  ])
  const rows = ['a', 'a', 'b', 'a'].map((accountId, at) =>
    makeConversation({ accountId, key: `2-${at}`, unreadCount: at === 3 ? 0 : 1, lastActivityAt: 9000 - at }),
  )
  await db.conversations.bulkAdd(rows)
  return { db, ids: rows.map(({ id }) => id) }
}

const keptIds = async () => (await readFirstScreen())?.conversations.map(({ id }) => id)

test('badge and first screen tell what the lists show: accounts that are switched off neither count nor call', async () => {
  const { db, ids } = await inbox()
  await refresh(db, NOW)
  expect(fakeBrowser.badge.text).toBe('3')
  expect(await keptIds()).toEqual(ids.slice(0, 3))
  await saveSetting(db, 'accountsOff', ['b'])
  await refresh(db, NOW)
  expect(fakeBrowser.badge.text).toBe('2')
  expect(await readFirstScreen()).toMatchObject({
    unread: 2,
    conversations: [{ id: ids[0] }, { id: ids[1] }],
  })
  await saveSetting(db, 'accountsOff', ['a'])
  await refresh(db, NOW)
  expect(fakeBrowser.badge.text).toBe('!')
  expect(await keptIds()).toEqual([ids[2]])
})

test('what was read is not kept for the first paint', async () => {
  const { db, ids } = await inbox()
  await refresh(db, NOW)
  await markRead(db, ids[0] ?? '', NOW, 'always')
  await refresh(db, NOW)
  expect(await keptIds()).toEqual([ids[1], ids[2]])
})

test('no more rows are kept than a popup shows at once, and the count is of all', async () => {
  const { db } = await inbox()
  await db.conversations.bulkAdd(
    Array.from({ length: 60 }, (_, at) =>
      makeConversation({ accountId: 'a', key: `3-${at}`, unreadCount: 1 }),
    ),
  )
  await refresh(db, NOW)
  const kept = await readFirstScreen()
  expect(kept?.conversations).toHaveLength(10)
  expect(kept?.unread).toBe(63)
})

test('nothing is kept where nothing is connected, and after everything was deleted', async () => {
  const { db } = await inbox()
  await refresh(db, NOW)
  expect(await readFirstScreen()).not.toBeNull()
  await clearAllTables(db)
  await refresh(db, NOW)
  expect(await readFirstScreen()).toBeNull()
  expect(fakeBrowser.memo.size).toBe(0)
})
