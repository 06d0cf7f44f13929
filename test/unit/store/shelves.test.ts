import Dexie from 'dexie'
import { expect, onTestFinished, test } from 'vitest'
import { untouched } from '../../../lib/domain/triage.ts'
import { markUnread } from '../../../lib/store/intents/marks.ts'
import { wakeReminders } from '../../../lib/store/intents/reminders.ts'
import { markDone, moveToInbox, snooze, wakeSnoozed } from '../../../lib/store/intents/shelves.ts'
import { nextWake } from '../../../lib/store/intents/wake.ts'
import { countUnread, listConversations } from '../../../lib/store/queries/conversations.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeThread } from './makeThread.ts'

const UNREAD = {
  lastActivityAt: 100,
  latestInboundAt: 100,
  serverUnread: 1,
  unread: 1,
  unreadCount: 1,
} as const

test('done leaves the inbox and the unread count, and LinkedIn is told nothing', async () => {
  const { db, id } = await makeThread(UNREAD)
  await markDone(db, id, 1)
  expect(await countUnread(db)).toBe(0)
  expect(await listConversations(db, { filter: 'all', accountId: null, limit: 9 })).toEqual([])
  expect(await listConversations(db, { filter: 'done', accountId: null, limit: 9 })).toMatchObject([{ id }])
  expect(await db.outbox.count()).toBe(0)
  await moveToInbox(db, id)
  expect(await listConversations(db, { filter: 'all', accountId: null, limit: 9 })).toMatchObject([
    { unread: 0 },
  ])
})

test('snoozed stays away through new messages, and comes back unread on time, once', async () => {
  const { db, id, commit, conversation } = await makeThread()
  await snooze(db, id, 500)
  await commit([makeReceived(100)])
  expect(await conversation()).toMatchObject({ shelf: 'snoozed', unread: 0 })
  expect(await nextWake(db)).toBe(500)
  expect(await wakeSnoozed(db, 499)).toBe(0)
  expect(await wakeSnoozed(db, 500)).toBe(1)
  expect(await conversation()).toMatchObject({ shelf: 'inbox', unread: 1 })
  expect(await wakeSnoozed(db, 501)).toBe(0)
  expect(await nextWake(db)).toBeNull()
})

test('a snoozed conversation the cache lost is not forgotten: it wakes, and the next is waited for', async () => {
  const { db, id, triage } = await makeThread()
  await snooze(db, id, 500)
  await db.triage.put({ ...untouched('later', 'account-1'), snoozedUntil: 900 })
  await db.conversations.clear()
  expect(await wakeSnoozed(db, 600)).toBe(1)
  expect(await triage()).toMatchObject({ snoozedUntil: null, unreadMark: true })
  expect(await nextWake(db)).toBe(900)
})

test('the latest of done, snoozed and back counts, and each ends the others', async () => {
  const { db, id, triage, conversation } = await makeThread(UNREAD)
  await snooze(db, id, 500)
  await markDone(db, id, 1)
  expect(await nextWake(db)).toBeNull()
  expect((await conversation()).shelf).toBe('done')
  await snooze(db, id, 700)
  expect((await conversation()).shelf).toBe('snoozed')
  await moveToInbox(db, id)
  expect(await triage()).toMatchObject({ snoozedUntil: null, doneUpTo: null })
})

test('marked unread while it is put away shows once it is back', async () => {
  const { db, id, conversation } = await makeThread()
  await snooze(db, id, 500)
  await markUnread(db, id, 1)
  expect((await conversation()).unread).toBe(0)
  await moveToInbox(db, id)
  expect((await conversation()).unread).toBe(1)
})

test('where nothing has to wake, no page hears of a write', async () => {
  const { db, id } = await makeThread(UNREAD)
  await snooze(db, id, 500)
  const heard: string[] = []
  const hear = (parts: object) => void heard.push(...Object.keys(parts))
  Dexie.on('storagemutated', hear)
  onTestFinished(() => Dexie.on.storagemutated.unsubscribe(hear))
  expect([await wakeSnoozed(db, 499), await wakeReminders(db, 499)]).toEqual([0, 0])
  expect(heard).toEqual([])
  expect(await wakeSnoozed(db, 500)).toBe(1)
  expect(heard).not.toEqual([])
})
