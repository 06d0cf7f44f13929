import { beforeEach, expect, test, vi } from 'vitest'
import { actOnNotice, NOTICE_ACTIONS } from '../../../lib/attention/noticeActions.ts'
import { routeOfNotice, toldBy } from '../../../lib/attention/notices.ts'
import { notify } from '../../../lib/attention/notify.ts'
import { withdrawRead } from '../../../lib/attention/withdraw.ts'
import { everyDay } from '../../../lib/domain/quietHours.ts'
import { setMuted } from '../../../lib/store/intents/setMuted.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { snooze } from '../../../lib/store/intents/shelves.ts'
import { HOSTILE_TEXTS } from '../../fixtures/hostile/hostileTexts.ts'
import { HUGE } from '../../fixtures/hostile/huge.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { fakeBrowser } from './fakeBrowser.ts'

vi.mock('../../../lib/browser/notifications.ts', async () => (await import('./fakeBrowser.ts')).notifications)
vi.mock('../../../lib/browser/memo.ts', async () => (await import('./fakeBrowser.ts')).memo)
vi.mock('../../../lib/browser/presence.ts', async () => (await import('./fakeBrowser.ts')).presence)
beforeEach(() => fakeBrowser.reset())

async function inbox(size = 2) {
  const db = openDatabase()
  const rows = Array.from({ length: size }, (_, i) =>
    makeConversation({ title: `Person ${i}`, unread: 1, serverUnread: 1, latestInboundAt: 1 }),
  )
  await db.accounts.add(makeAccount({ id: 'account-1' }))
  await db.conversations.bulkAdd(rows)
  const idOf = (i: number) => rows[i]?.id ?? ''
  const messages = rows.map((row) => makeMessage({ conversationId: row.id, text: `To ${row.id}`, sentAt: 1 }))
  const standing = async () => Promise.all([...fakeBrowser.standing.keys()].map(toldBy))
  return { db, idOf, messages, standing }
}

test('each conversation has one notification, which a newer message replaces', async () => {
  const { db, idOf, messages, standing } = await inbox()
  await notify(db, messages, 0)
  expect(await standing()).toEqual([[idOf(0)], [idOf(1)]])
  await notify(db, [makeMessage({ conversationId: idOf(0), text: 'Newer' })], 0)
  expect(await standing()).toHaveLength(2)
  expect([...fakeBrowser.standing.values()].map((one) => one.message)).toContain('Newer')
})

test('a digest takes the place of what stood for its conversations, and not of what stood for others', async () => {
  const { db, idOf, messages, standing } = await inbox(5)
  await notify(db, [...messages.slice(0, 1), ...messages.slice(4)], 0)
  await notify(db, messages.slice(0, 4), 0)
  expect(await standing()).toEqual([[idOf(4)], [0, 1, 2, 3].map(idOf)])
})

test('a browser that refuses one notification gets the others, and the sync goes on', async () => {
  const { db, idOf, messages, standing } = await inbox()
  fakeBrowser.refused = `conversation:${idOf(0)}`
  await notify(db, messages, 0)
  expect(await standing()).toEqual([[idOf(1)]])
})

test('what a visible page shows is not told', async () => {
  const { db, idOf, messages, standing } = await inbox()
  fakeBrowser.onScreen.add(idOf(0))
  await notify(db, messages, 0)
  expect(await standing()).toEqual([[idOf(1)]])
})

test('muted conversations are silent, and so is everything where the user wants it', async () => {
  const { db, idOf, messages, standing } = await inbox()
  await setMuted(db, idOf(0), true)
  await notify(db, messages, 0)
  expect(await standing()).toEqual([[idOf(1)]])
  fakeBrowser.reset()
  await saveSetting(db, 'notifications', false)
  await notify(db, messages, 0)
  expect(await standing()).toEqual([])
})

test('in quiet hours nothing is told, by the clock on the wall', async () => {
  const { db, messages, standing } = await inbox()
  const at = (hour: number) => new Date(2026, 2, 1, hour, 30).getTime()
  await saveSetting(db, 'quietHours', everyDay({ from: 22 * 60, to: 7 * 60 }))
  await notify(db, messages, at(23))
  expect(await standing()).toEqual([])
  await notify(db, messages, at(7))
  expect(await standing()).toHaveLength(2)
})

test('a snoozed conversation is silent until its time, though nobody was awake when that came', async () => {
  const { db, idOf, messages, standing } = await inbox(1)
  await snooze(db, idOf(0), 100)
  await notify(db, messages, 99)
  expect(await standing()).toEqual([])
  await notify(db, messages, 100)
  expect(await standing()).toEqual([[idOf(0)]])
})

test('what was missed while the computer slept comes as one digest, however little', async () => {
  const { db, idOf, messages, standing } = await inbox(2)
  await db.freshness.put({ accountId: 'account-1', succeededAt: 5, serverAt: 5, missedUpTo: 5 })
  await notify(db, messages, 6)
  expect(await standing()).toEqual([[idOf(0), idOf(1)]])
})

test('what was read, muted or left with its account is taken back, and nothing else', async () => {
  const { db, idOf, messages, standing } = await inbox(3)
  await notify(db, messages, 0)
  await withdrawRead(db)
  expect(await standing()).toHaveLength(3)
  await db.conversations.update(idOf(0), { unread: 0 })
  await withdrawRead(db)
  expect(await standing()).toEqual([[idOf(1)], [idOf(2)]])
  await setMuted(db, idOf(1), true)
  await withdrawRead(db)
  expect(await standing()).toEqual([[idOf(2)]])
  await db.conversations.delete(idOf(2))
  await withdrawRead(db)
  expect(await standing()).toEqual([])
})

test('what is read just as it is being told is taken back, as nothing stood yet when the reading looked', async () => {
  const { db, idOf, messages, standing } = await inbox(2)
  fakeBrowser.meanwhile = async () => {
    await db.conversations.update(idOf(0), { unread: 0 })
    await withdrawRead(db)
  }
  await notify(db, messages.slice(0, 1), 0)
  expect(await standing()).toEqual([])
})

test('a digest is taken back once the last of its conversations was read', async () => {
  const { db, idOf, messages, standing } = await inbox(5)
  await notify(db, messages.slice(0, 4), 0)
  for (const i of [0, 1, 2]) await db.conversations.update(idOf(i), { unread: 0 })
  await withdrawRead(db)
  expect(await standing()).toHaveLength(1)
  await db.conversations.update(idOf(3), { unread: 0 })
  await withdrawRead(db)
  expect(await standing()).toEqual([])
})

test('a notification leads to its conversation, the digest to what is unread', async () => {
  const { db, idOf, messages } = await inbox(5)
  await notify(db, messages.slice(0, 1), 0)
  await notify(db, messages.slice(1), 0)
  expect([...fakeBrowser.standing.keys()].map(routeOfNotice)).toEqual([
    { page: 'conversation', id: idOf(0) },
    { page: 'list', filter: 'unread' },
  ])
})

test('hostile names and texts become short lines without controls or signs that turn them around', async () => {
  const { db, idOf, standing } = await inbox(1)
  await db.accounts.bulkPut([
    makeAccount({ id: 'account-1', name: '\u202EW\u0000'.repeat(200) }),
    makeAccount({ id: 'account-2' }),
  ])
  for (const text of [...HOSTILE_TEXTS, ...Object.values(HUGE)]) {
    await db.conversations.update(idOf(0), { title: text })
    await notify(db, [makeMessage({ conversationId: idOf(0), text, sentAt: 1 })], 0)
    expect(await standing()).toEqual([[idOf(0)]])
    for (const { title, message, contextMessage = '' } of fakeBrowser.standing.values()) {
      expect(title + message + contextMessage).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
      expect(title.length + contextMessage.length).toBeLessThanOrEqual(160)
      expect(message.length).toBeLessThanOrEqual(240)
    }
  }
})

test('what comes on a locked screen is told once, as one, when somebody is there', async () => {
  const { db, idOf, messages, standing } = await inbox(2)
  await db.messages.bulkAdd(messages)
  for (const message of messages) await notify(db, [message], 0, 'locked')
  expect(await standing()).toEqual([])
  await notify(db, [], 1)
  expect(await standing()).toEqual([[idOf(0), idOf(1)]])
  fakeBrowser.reset()
  await notify(db, [], 2)
  expect(await standing()).toEqual([])
})

test('what was read elsewhere while the screen was locked is not told', async () => {
  const { db, idOf, messages, standing } = await inbox(2)
  await db.messages.bulkAdd(messages)
  await notify(db, messages, 0, 'locked')
  await db.conversations.update(idOf(0), { unread: 0 })
  await notify(db, [], 1)
  expect(await standing()).toEqual([[idOf(1)]])
})

test('a locked screen holds nothing back where the user wants to see it there', async () => {
  const { db, messages, standing } = await inbox(2)
  await saveSetting(db, 'holdWhileLocked', false)
  await notify(db, messages, 0, 'locked')
  expect(await standing()).toHaveLength(2)
})

test('a person is told of by their profile, in each conversation with them', async () => {
  const { db, idOf, messages, standing } = await inbox(2)
  const nobody = { name: null, headline: null, profileUrl: null, picture: null }
  const participants = [{ ...nobody, profileId: 'urn:li:fsd_profile:ACoAAB-noor' }]
  await db.conversations.update(idOf(0), { participants })
  const rule = { name: 'Noor', rule: 'never' as const }
  await saveSetting(db, 'notifyPeople', { 'ACoAAB-noor': rule })
  await notify(db, messages, 0)
  expect(await standing()).toEqual([[idOf(1)]])
})

test('its buttons mark as read and snooze for an hour; a digest has none', async () => {
  const { db, idOf, messages } = await inbox(2)
  await notify(db, messages, 0)
  const [first, second] = [...fakeBrowser.standing.values()]
  expect(first?.buttons).toEqual(['Mark as read', 'Snooze 1 h'])
  await actOnNotice(db, first?.id ?? '', 0, 5)
  expect(await db.conversations.get(idOf(0))).toMatchObject({ unread: 0, shelf: 'inbox' })
  expect(await db.outbox.toArray()).toMatchObject([{ kind: 'seen', conversationId: idOf(0) }])
  await actOnNotice(db, second?.id ?? '', 1, 5)
  expect(await db.conversations.get(idOf(1))).toMatchObject({ shelf: 'snoozed' })
  expect((await db.triage.get(idOf(1)))?.snoozedUntil).toBe(5 + 3_600_000)
  await actOnNotice(db, 'digest', 0, 5)
  await actOnNotice(db, first?.id ?? '', NOTICE_ACTIONS.length, 5)
  expect(await db.outbox.count()).toBe(1)
})
