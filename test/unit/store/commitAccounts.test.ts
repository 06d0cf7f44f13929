import { expect, test } from 'vitest'
import type { ListedAccount } from '../../../lib/domain/account.ts'
import { clearCacheTables } from '../../../lib/store/commits/clear.ts'
import { commitAccounts, commitHealth } from '../../../lib/store/commits/commitAccounts.ts'
import { rowCounts } from '../../../lib/store/queries/diagnostics.ts'
import { readSettings } from '../../../lib/store/queries/settings.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { countWrites, openDatabase } from '../../fixtures/openDatabase.ts'

const listed = (id: string, change: Partial<ListedAccount> = {}): ListedAccount => ({
  id,
  name: `Name of ${id}`,
  firstName: 'Name',
  publicId: null,
  picture: null,
  usable: true,
  hasSalesNavigator: false,
  ...change,
})

test('a new account waits for its first import; what is known of another is kept', async () => {
  const db = openDatabase()
  await commitAccounts(db, [listed('a')])
  await db.accounts.update('a', { cursor: 500, silentUpTo: 400, ownerProfileId: 'ACoAAowner' })
  await commitAccounts(db, [listed('b'), listed('a', { name: 'Renamed' })])
  expect(await db.accounts.get('a')).toMatchObject({
    name: 'Renamed',
    position: 1,
    cursor: 500,
    silentUpTo: 400,
    ownerProfileId: 'ACoAAowner',
  })
  expect(await db.accounts.get('b')).toMatchObject({
    position: 0,
    cursor: null,
    import: { stage: 'waiting' },
  })
})

test('no account leaves where some rows could not be read: it may be among them', async () => {
  const db = openDatabase()
  await commitAccounts(db, [listed('a'), listed('b')])
  await commitAccounts(db, [listed('a')], false)
  expect(await db.accounts.count()).toBe(2)
  await commitAccounts(db, [listed('a')])
  expect(await db.accounts.count()).toBe(1)
})

test('the same accounts again write nothing', async () => {
  const db = openDatabase()
  await commitAccounts(db, [listed('a'), listed('b', { usable: false })])
  const writes = countWrites(db)
  await commitAccounts(db, [listed('a'), listed('b', { usable: false })])
  await commitHealth(db, 'a', { state: 'upToDate' })
  expect(writes()).toBe(0)
})

test('an account the key no longer reaches takes its cache along, and nothing of the user or of other accounts', async () => {
  const db = openDatabase()
  // Names that begin alike, so that a range over one would catch the other.
  await commitAccounts(db, [listed('a'), listed('ab')])
  for (const accountId of ['a', 'ab']) {
    const row = makeConversation({ accountId })
    const conversationId = row.id
    await db.conversations.add(row)
    await db.messages.bulkAdd([makeMessage({ conversationId }), makeMessage({ conversationId })])
    await db.spans.add({ conversationId, from: 1, to: 2, cursor: null, cursorAt: 0, beginning: false })
    await db.drafts.add({ conversationId, text: 'Unfinished', updatedAt: 1 })
    await db.outbox.add(makeSend({ conversationId, accountId }))
  }
  await commitAccounts(db, [listed('ab')])
  expect(await rowCounts(db)).toMatchObject({
    accounts: 1,
    conversations: 1,
    messages: 2,
    spans: 1,
    drafts: 2,
    outbox: 2,
  })
  const [left] = await db.conversations.toArray()
  expect(left?.accountId).toBe('ab')
  expect(new Set((await db.messages.toArray()).map((one) => one.conversationId))).toEqual(new Set([left?.id]))
})

test('an account LinkedIn signed out is disconnected, and well again when it is back; a pause is not forgotten', async () => {
  const db = openDatabase()
  const health = async () => (await db.accounts.get('a'))?.health
  await commitAccounts(db, [listed('a', { usable: false })])
  expect(await health()).toEqual({ state: 'disconnected' })
  await commitAccounts(db, [listed('a')])
  expect(await health()).toEqual({ state: 'upToDate' })
  await commitHealth(db, 'a', { state: 'rateLimited', until: 9 })
  await commitAccounts(db, [listed('a')])
  expect(await health()).toEqual({ state: 'rateLimited', until: 9 })
  await commitAccounts(db, [listed('a', { usable: false })])
  expect(await health()).toEqual({ state: 'disconnected' })
})

test('that the key reaches no account is known once all were read, and until one is there', async () => {
  const db = openDatabase()
  const reachesNone = async () => (await readSettings(db)).reachesNone
  expect(await reachesNone()).toBe(false)
  await commitAccounts(db, [], false)
  expect(await reachesNone()).toBe(false)
  await commitAccounts(db, [])
  expect(await reachesNone()).toBe(true)
  const writes = countWrites(db, ['accounts', 'settings'])
  await commitAccounts(db, [])
  expect(writes()).toBe(0)
  await commitAccounts(db, [listed('a')])
  expect(await reachesNone()).toBe(false)
  await clearCacheTables(db)
  expect(await reachesNone()).toBe(false)
})
