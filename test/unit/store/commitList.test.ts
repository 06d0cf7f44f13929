import { expect, test } from 'vitest'
import type { ListedConversation } from '../../../lib/domain/conversation.ts'
import { untouched } from '../../../lib/domain/triage.ts'
import { commitList } from '../../../lib/store/commits/commitList.ts'
import { ownerOfAccount } from '../../../lib/store/commits/listedConversation.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeListed } from '../../fixtures/makeListed.ts'
import { countWrites, openDatabase } from '../../fixtures/openDatabase.ts'

const MINUTE = 60_000
const NOW = 1_000 * MINUTE
const account = makeAccount({ id: 'account-1', ownerProfileId: 'ACoAAowner' })

async function makeInbox() {
  const db = openDatabase()
  await db.accounts.put(account)
  const list = (rows: ListedConversation[], change: { now?: number; leaveBefore?: number } = {}) =>
    commitList(db, {
      account,
      listed: rows,
      serverNow: change.now ?? NOW,
      now: NOW,
      leaveBefore: 0,
      ...change,
    })
  const only = async () => {
    const rows = await db.conversations.toArray()
    expect(rows).toHaveLength(1)
    return rows[0]
  }
  const triage = async (change: object) => {
    const id = (await only())?.id ?? ''
    await db.triage.put({ ...untouched(id, account.id), ...change })
  }
  return { db, list, only, triage }
}

test('a list that says nothing new writes nothing', async () => {
  const { db, list } = await makeInbox()
  const rows = [makeListed(NOW, { unreadCount: 2 }), makeListed(NOW - 5, { key: '2-other' })]
  await list(rows)
  const writes = countWrites(db)
  expect(await list(rows)).toHaveLength(2)
  expect(writes()).toBe(0)
})

test('of rows that are read and as they were, no marks are looked up', async () => {
  const { db, list } = await makeInbox()
  const rows = [makeListed(NOW), makeListed(NOW - 5, { key: '2-other' })]
  const stored = await list(rows)
  for (const { id } of stored) await db.conversations.update(id, { syncedTo: NOW })
  const looked: unknown[] = []
  const { bulkGet } = db.triage
  Object.assign(db.triage, {
    bulkGet(keys: string[]) {
      looked.push(...keys)
      return bulkGet.call(db.triage, keys)
    },
  })
  expect(await list(rows)).toHaveLength(2)
  expect(looked).toEqual([])
  await list([makeListed(NOW, { unreadCount: 1 }), makeListed(NOW - 5, { key: '2-other' })])
  expect(looked).toHaveLength(1)
})

test('a thread that comes twice in a page, under two mailboxes, is one row with the newer word, whatever the order', async () => {
  const newer = makeListed(NOW, { unreadCount: 2 })
  const older = makeListed(NOW - 20 * MINUTE, {
    urn: 'urn:li:msg_conversation:(urn:li:fsd_profile:ACoAAx,2-thread)',
  })
  for (const page of [
    [newer, older],
    [older, newer],
  ]) {
    const { db, list, only } = await makeInbox()
    expect(await list(page)).toHaveLength(1)
    expect(await only()).toMatchObject({ lastActivityAt: NOW, unreadCount: 2, urn: newer.urn })
    const writes = countWrites(db)
    await list(page)
    expect(writes()).toBe(0)
  }
})

test('an older row, as a lagging list shows it, takes nothing back', async () => {
  const { list, only } = await makeInbox()
  await list([makeListed(NOW - MINUTE, { unreadCount: 1 })])
  await list([makeListed(NOW - 2 * MINUTE, { unreadCount: 0 })])
  expect(await only()).toMatchObject({
    lastActivityAt: NOW - MINUTE,
    preview: { text: `At ${NOW - MINUTE}` },
    unread: 1,
  })
})

test('a lag has an end: what the list keeps saying is believed after five minutes', async () => {
  const { list, only } = await makeInbox()
  await list([makeListed(NOW - MINUTE, { unreadCount: 1 })])
  await list([makeListed(NOW - 2 * MINUTE, { unreadCount: 0 })], { now: NOW + 5 * MINUTE })
  expect((await only())?.unread).toBe(0)
})

test('a time in the future is no time', async () => {
  const { list, only } = await makeInbox()
  await list([makeListed(NOW + 60 * MINUTE, { latest: null })])
  expect((await only())?.lastActivityAt).toBe(0)
  await list([{ ...makeListed(NOW - 3), lastActivityAt: NOW + 60 * MINUTE }])
  expect((await only())?.lastActivityAt).toBe(NOW - 3)
})

test('new activity is looked for at once, though looks for older activity were fruitless', async () => {
  const { db, list, only } = await makeInbox()
  await list([makeListed(NOW - MINUTE)])
  await db.conversations.update((await only())?.id ?? '', {
    emptyLooks: 4,
    nextLookAt: NOW + MINUTE,
    syncedTo: 1,
  })
  await list([makeListed(NOW - MINUTE)])
  expect(await only()).toMatchObject({ emptyLooks: 4, nextLookAt: NOW + MINUTE })
  await list([makeListed(NOW)])
  expect(await only()).toMatchObject({ emptyLooks: 0, nextLookAt: 0, syncedTo: 1 })
})

test('what was read here stays read while the list lags, and is read when the list says so', async () => {
  const { list, only, triage } = await makeInbox()
  await list([makeListed(NOW, { unreadCount: 2 })])
  expect(await only()).toMatchObject({ unread: 1, unreadCount: 2 })
  await triage({ readUpTo: NOW, readAt: NOW })
  await list([makeListed(NOW, { unreadCount: 2 })])
  expect((await only())?.unread).toBe(0)
  await triage({})
  await list([makeListed(NOW, { unreadCount: 0 })])
  expect((await only())?.unread).toBe(0)
})

test('marked unread elsewhere is unread here, but not within minutes of reading it here', async () => {
  const { list, only, triage } = await makeInbox()
  await list([makeListed(NOW)])
  await triage({ readUpTo: NOW, readAt: NOW - MINUTE })
  await list([makeListed(NOW, { unreadCount: 1 })])
  expect((await only())?.unread).toBe(0)
  await list([makeListed(NOW, { unreadCount: 0 })])
  await triage({ readUpTo: NOW, readAt: NOW - 6 * MINUTE })
  await list([makeListed(NOW, { unreadCount: 1 })])
  expect((await only())?.unread).toBe(1)
})

test('a mark of ours that arrived becomes the list’s own, and ends when it is read elsewhere', async () => {
  const { db, list, only, triage } = await makeInbox()
  await list([makeListed(NOW)])
  await triage({ readUpTo: NOW, readAt: NOW, unreadMark: true })
  await list([makeListed(NOW)])
  expect((await only())?.unread).toBe(1)
  await list([makeListed(NOW, { unreadCount: 1 })])
  expect((await only())?.unread).toBe(1)
  expect((await db.triage.toArray())[0]?.unreadMark).toBe(false)
  await list([makeListed(NOW, { unreadCount: 0 })])
  expect((await only())?.unread).toBe(0)
})

test('old conversations are left without messages until opened; recent and new ones wait for theirs', async () => {
  const { db, list } = await makeInbox()
  await list([makeListed(NOW, { key: '2-new' }), makeListed(NOW - MINUTE, { key: '2-old' })], {
    leaveBefore: NOW,
  })
  const rows = await db.conversations.orderBy('id').toArray()
  expect(rows.map((row) => [row.key, row.syncedTo])).toEqual([
    ['2-new', null],
    ['2-old', NOW - MINUTE],
  ])
})

test('an account that was removed while the answer was on its way stays removed', async () => {
  const { db, list } = await makeInbox()
  await db.accounts.delete(account.id)
  expect(await list([makeListed(NOW)])).toEqual([])
  expect(await db.conversations.count()).toBe(0)
})

test('a thread keeps the URN of the owner’s mailbox once it was told, however it is spelt later', async () => {
  const { list, only } = await makeInbox()
  const primary = makeListed(NOW)
  const backend = makeListed(NOW, { urn: 'urn:li:messagingThread:2-thread', ownerProfileId: null })
  const elsewhere = { ...backend, urn: primary.urn.replace('ACoAAowner', 'ACoAAother') }
  const urns = []
  for (const row of [backend, elsewhere, backend, primary, elsewhere, backend]) {
    await list([row])
    urns.push((await only())?.urn)
  }
  const { urn } = primary
  expect(urns).toEqual([backend.urn, elsewhere.urn, elsewhere.urn, urn, urn, urn])
})

test('the mailbox owner is learnt from whatever list names it first', async () => {
  const { db, list } = await makeInbox()
  await db.accounts.update(account.id, { ownerProfileId: null })
  await list([])
  expect((await db.accounts.get(account.id))?.ownerProfileId).toBeNull()
  await list([makeListed(NOW)])
  expect((await db.accounts.get(account.id))?.ownerProfileId).toBe('ACoAAowner')
})

test('a row without any time is never left out, and more unread messages make it worth a look', async () => {
  const { db, list, only } = await makeInbox()
  const timeless = (unreadCount: number) => makeListed(0, { lastActivityAt: null, latest: null, unreadCount })
  await list([timeless(0)], { leaveBefore: NOW - MINUTE })
  expect((await only())?.syncedTo).toBeNull()
  await db.conversations.update((await only())?.id ?? '', { syncedTo: NOW, lastActivityAt: NOW })
  await list([timeless(0)])
  expect((await only())?.syncedTo).toBe(NOW)
  await list([timeless(1)])
  expect((await only())?.syncedTo).toBeNull()
})

test('an account without a name of its own does not make everybody somebody else', async () => {
  const { db, list, only } = await makeInbox()
  const nameless = { name: 'LinkedIn account', ownerProfileId: null }
  await db.accounts.update(account.id, nameless)
  const latest = { text: 'Mine?', sentAt: NOW, senderName: 'Mira Holm', hasAttachment: false }
  await list([makeListed(NOW, { ownerProfileId: null, latest, participants: [] })])
  expect((await only())?.preview?.own).toBeNull()
  expect(ownerOfAccount({ ...account, ...nameless }).name).toBe('')
  expect(ownerOfAccount({ ...account, name: 'mira-holm', publicId: 'mira-holm' }).name).toBe('')
})
