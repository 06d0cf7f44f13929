import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Conversation } from '../../../lib/domain/conversation.ts'
import { untouched } from '../../../lib/domain/triage.ts'
import { commitMessages } from '../../../lib/store/commits/commitMessages.ts'
import type { Database } from '../../../lib/store/database.ts'
import { setLabel } from '../../../lib/store/intents/labels.ts'
import { markRead, markUnread, setStarred } from '../../../lib/store/intents/marks.ts'
import { remind } from '../../../lib/store/intents/reminders.ts'
import { setMuted } from '../../../lib/store/intents/setMuted.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { markDone, moveToInbox, snooze } from '../../../lib/store/intents/shelves.ts'
import { type Undo, undo } from '../../../lib/store/intents/undo.ts'
import { wakeDue } from '../../../lib/store/intents/wake.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { runs } from '../runs.ts'
import { makeThread } from './makeThread.ts'

const UNREAD = {
  lastActivityAt: 100,
  latestInboundAt: 100,
  serverUnread: 2,
  unread: 1,
  unreadCount: 2,
} as const

const kindsOf = async (db: Database) => (await db.outbox.orderBy('id').toArray()).map(({ kind }) => kind)

test('undoing a mark that has not gone out drops it, and what it replaced waits again', async () => {
  const { db, id, conversation } = await makeThread(UNREAD)
  await setStarred(db, id, true, 1)
  const unstarred = await setStarred(db, id, false, 2)
  expect(await kindsOf(db)).toEqual(['unstar'])
  await undo(db, unstarred, 3)
  expect(await kindsOf(db)).toEqual(['star'])
  expect((await conversation()).starred).toBe(1)
})

test.each(['gone', 'on its way', 'tried before'])(
  'undoing a mark that is %s tells the opposite',
  async (how) => {
    const { db, id } = await makeThread(UNREAD)
    const starred = await setStarred(db, id, true, 1)
    const mark = starred.queued[0]?.id ?? ''
    if (how === 'gone') await db.outbox.delete(mark)
    else await db.outbox.update(mark, how === 'on its way' ? { state: 'sending' } : { attempts: 1 })
    await undo(db, starred, 2)
    expect(await kindsOf(db)).toEqual(['unstar'])
  },
)

test('undoing "unread" that went out tells LinkedIn of a reading only where that is the policy', async () => {
  for (const [policy, told] of [
    ['onReading', ['seen']],
    ['never', []],
  ] as const) {
    const { db, id, conversation } = await makeThread({
      ...UNREAD,
      serverUnread: 0,
      unread: 0,
      unreadCount: 0,
    })
    await saveSetting(db, 'seenPolicy', { 'account-1': policy })
    const unread = await markUnread(db, id, 1)
    await db.outbox.clear()
    await undo(db, unread, 2)
    expect(await kindsOf(db)).toEqual(told)
    expect((await conversation()).unread).toBe(0)
  }
})

test('what came in since stays: the message is told once, unread, and the conversation is back in the inbox', async () => {
  const { db, id, commit, conversation, triage } = await makeThread(UNREAD)
  const done = await markDone(db, id, 1)
  await commit([makeReceived(200)])
  const { notifiedUpTo } = (await triage()) ?? untouched(id, 'account-1')
  await undo(db, done, 2)
  expect(await triage()).toMatchObject({ notifiedUpTo, doneUpTo: null, readUpTo: 0 })
  expect(await conversation()).toMatchObject({ shelf: 'inbox', unread: 1 })
})

test('what was read since stays read', async () => {
  const { db, id, commit, conversation } = await makeThread(UNREAD)
  const done = await markDone(db, id, 1)
  await commit([makeReceived(200)])
  await markRead(db, id, 2, 'byPolicy')
  await undo(db, done, 3)
  expect(await conversation()).toMatchObject({ shelf: 'inbox', unread: 0 })
})

test('a conversation the cache lost meanwhile is taken back all the same', async () => {
  const { db, id, triage } = await makeThread(UNREAD)
  const snoozed = await snooze(db, id, 500)
  await db.conversations.clear()
  await undo(db, snoozed, 1)
  expect(await triage()).toMatchObject({ snoozedUntil: null })
})

type Doing = (db: Database, ids: string[], now: number) => Promise<Undo>
const DOINGS: Record<string, Doing> = {
  done: markDone,
  snooze: (db, ids, now) => snooze(db, ids, now + 3),
  snoozeForLong: (db, ids, now) => snooze(db, ids, now + 1_000),
  inbox: moveToInbox,
  mute: (db, ids) => setMuted(db, ids, true),
  unmute: (db, ids) => setMuted(db, ids, false),
  star: (db, ids, now) => setStarred(db, ids, true, now),
  unstar: (db, ids, now) => setStarred(db, ids, false, now),
  read: (db, ids, now) => markRead(db, ids, now, 'always'),
  unread: markUnread,
  label: (db, ids) => setLabel(db, ids, 'x', true),
  otherLabel: (db, ids) => setLabel(db, ids, 'y', true),
  unlabel: (db, ids) => setLabel(db, ids, 'x', false),
  remind: (db, ids, now) => remind(db, ids, now + 1_000),
  forget: (db, ids) => remind(db, ids, null),
}

const account = makeAccount({ id: 'account-1', ownerProfileId: 'ACoAAowner' })
const threads = () =>
  ['2-a', '2-b', '2-c'].map((key) => makeConversation({ key, accountId: 'account-1', ...UNREAD }))

/** A message of theirs that was not there before. */
async function arrive(db: Database, { id }: Conversation, sentAt: number): Promise<void> {
  const stretch = { from: sentAt, to: sentAt, cursor: 'older', cursorAt: 0, beginning: false }
  const received = [makeReceived(sentAt)]
  await commitMessages(db, { account, conversationId: id, received, participants: [], stretch })
}

const step = fc.record({
  doing: fc.constantFrom(...Object.keys(DOINGS)),
  at: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 3 }),
  // Whether something comes in before it, and in which conversation.
  arrival: fc.option(fc.nat(2), { freq: 4 }),
  // Whether LinkedIn was told all marks meanwhile.
  told: fc.boolean(),
})

test('any deeds, undone from the last to the first, leave everything as if only what came in had happened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (plan) => {
      const [db, undisturbed] = [openDatabase(), openDatabase()]
      const rows = threads()
      for (const each of [db, undisturbed]) {
        await each.accounts.put(account)
        await each.conversations.bulkPut(rows)
      }
      let now = 1
      const undos: Undo[] = []
      for (const { doing, at, arrival, told } of plan) {
        const row = arrival === null ? undefined : rows[arrival]
        now += 10
        for (const each of row ? [db, undisturbed] : []) await arrive(each, row as Conversation, 100 + now)
        const ids = at.map((index) => rows[index]?.id ?? '')
        const deed = DOINGS[doing] as Doing
        undos.push(await deed(db, ids, now))
        if (told) await db.outbox.clear()
      }
      for (const each of undos.reverse()) await undo(db, each, now)
      const triageOf = async (from: Database) =>
        rows.map(async ({ id }) => ({
          ...((await from.triage.get(id)) ?? untouched(id, 'account-1')),
          // Nobody decides by it: it only keeps the list's lag from being taken for a mark.
          remindSince: 0,
        }))
      expect(await Promise.all(await triageOf(db))).toEqual(await Promise.all(await triageOf(undisturbed)))
      expect(await db.conversations.toArray()).toEqual(await undisturbed.conversations.toArray())
      expect(await db.counts.toArray()).toEqual(await undisturbed.counts.toArray())
      if (!plan.some(({ told }) => told)) expect(await db.outbox.count()).toBe(0)
      await Promise.all([db.delete(), undisturbed.delete()])
    }),
    { numRuns: runs(80, 1_500) },
  )
}, 600_000)

test('many at once are one transaction: all or none', async () => {
  const db = openDatabase()
  const rows = threads()
  await db.conversations.bulkPut(rows)
  const ids = rows.map(({ id }) => id)
  db.outbox.hook('creating', (_, mark) => {
    if (mark.conversationId === ids[2]) throw new Error('Made to fail')
  })
  await expect(setStarred(db, ids, true, 1)).rejects.toThrow()
  expect(await db.conversations.where('[starred+lastActivityAt]').between([1], [1, []]).count()).toBe(0)
  expect(await db.outbox.count()).toBe(0)
})

test('a reminder brings back as unread, from wherever it lies, what nobody answered; an answer cancels it', async () => {
  const silent = await makeThread({ lastActivityAt: 100, latestInboundAt: 90 })
  await markDone(silent.db, silent.id, 1)
  await remind(silent.db, silent.id, 500)
  expect(await silent.conversation()).toMatchObject({ shelf: 'done', remindAt: 500 })
  await wakeDue(silent.db, 499)
  expect((await silent.conversation()).shelf).toBe('done')
  await wakeDue(silent.db, 500)
  expect(await silent.conversation()).toMatchObject({ shelf: 'inbox', unread: 1, remindAt: null })

  const answered = await makeThread({ lastActivityAt: 100, latestInboundAt: 90 })
  await remind(answered.db, answered.id, 500)
  // History that is only read in now is no answer.
  await answered.commit([makeReceived(80), makeReceived(90)])
  expect((await answered.conversation()).remindAt).toBe(500)
  await answered.commit([makeReceived(200)])
  expect((await answered.conversation()).remindAt).toBeNull()
  await markRead(answered.db, answered.id, 2, 'byPolicy')
  await wakeDue(answered.db, 600)
  expect((await answered.conversation()).unread).toBe(0)
})
