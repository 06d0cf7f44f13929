import { expect, onTestFinished, test, vi } from 'vitest'
import { createOutbox } from '../../../lib/outbox/drain.ts'
import { clearAllTables, clearCacheTables } from '../../../lib/store/commits/clear.ts'
import { hastenWaiting } from '../../../lib/store/commits/hasten.ts'
import { noteRequests } from '../../../lib/store/commits/notes.ts'
import { saveDraft } from '../../../lib/store/intents/drafts.ts'
import { deleteLabel, restoreLabel, saveLabel, setLabel } from '../../../lib/store/intents/labels.ts'
import { markRead, markUnread, setStarred } from '../../../lib/store/intents/marks.ts'
import { saveNotes } from '../../../lib/store/intents/personNotes.ts'
import { remind, wakeReminders } from '../../../lib/store/intents/reminders.ts'
import { discardReply, editReply, enqueueReply, sendAgain } from '../../../lib/store/intents/replies.ts'
import { setMuted } from '../../../lib/store/intents/setMuted.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { markDone, moveToInbox, snooze, wakeSnoozed } from '../../../lib/store/intents/shelves.ts'
import { undo } from '../../../lib/store/intents/undo.ts'
import { deleteSnippet, saveSnippet } from '../../../lib/store/intents/userMade.ts'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { makeHarness } from '../harness.ts'

/** The durability of each transaction that writes. To be called before the database is opened, which binds what is spied on. */
function watchWrites(): { taken: () => (string | undefined)[] } {
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction')
  onTestFinished(() => spy.mockRestore())
  return {
    taken() {
      const calls = spy.mock.calls as [unknown, IDBTransactionMode?, IDBTransactionOptions?][]
      const writes = calls.filter(([, mode]) => mode === 'readwrite').map(([, , how]) => how?.durability)
      spy.mockClear()
      return writes
    },
  }
}

async function makeInbox() {
  const writes = watchWrites()
  const harness = await makeHarness({ conversations: 3, accounts: 1, messagesPerConversation: 3 })
  await harness.connected()
  const [row] = await listConversations(harness.db, { filter: 'all', accountId: null, limit: 1 })
  if (!row) throw new Error('No conversation was imported')
  writes.taken()
  return { harness, db: harness.db, row, writes }
}

const LABEL = { id: 'l', name: 'Later', hue: 1 }

test('what the user does is on the disk before we say so', async () => {
  const { db, row, writes } = await makeInbox()
  const { id } = row
  const reply = async () => (await enqueueReply(db, id, 'Thursday works', 5)).id
  const doings: Record<string, () => Promise<unknown>> = {
    enqueueReply: reply,
    discardReply: async () => discardReply(db, await reply()),
    editReply: async () => editReply(db, await reply(), 6),
    sendAgain: async () => sendAgain(db, await reply(), 6),
    hastenWaiting: () => hastenWaiting(db, 7),
    saveDraft: () => saveDraft(db, id, 'Half a thought', 1),
    dropDraft: () => saveDraft(db, id, '', 1),
    markRead: () => markRead(db, id, 1, 'always'),
    markUnread: () => markUnread(db, id, 1),
    setStarred: () => setStarred(db, id, true, 1),
    setMuted: () => setMuted(db, id, true),
    markDone: () => markDone(db, id, 1),
    snooze: () => snooze(db, id, 5),
    wakeSnoozed: () => wakeSnoozed(db, 6),
    moveToInbox: () => moveToInbox(db, id),
    saveSetting: () => saveSetting(db, 'undoSeconds', 5),
    remind: () => remind(db, id, 5),
    wakeReminders: () => wakeReminders(db, 6),
    setLabel: () => setLabel(db, id, 'l', true),
    undo: async () => undo(db, await markDone(db, id, 7), 8),
    saveNotes: () => saveNotes(db, [{ personId: 'ACoAAother', text: 'Met in Berlin', updatedAt: 1 }]),
    saveLabel: () => saveLabel(db, LABEL),
    deleteLabel: () => deleteLabel(db, LABEL),
    restoreLabel: () => restoreLabel(db, { label: LABEL, conversationIds: [id] }),
    saveSnippet: () => saveSnippet(db, { id: 's', name: 'Thanks', text: 'Thank you' }),
    deleteSnippet: () => deleteSnippet(db, 's'),
    clearAllTables: () => clearAllTables(db),
  }
  for (const [name, doing] of Object.entries(doings)) {
    await doing()
    const taken = writes.taken()
    expect(taken.length, name).toBeGreaterThan(0)
    expect(new Set(taken), name).toEqual(new Set(['strict']))
  }
})

test('from being written to being sent, every step of a reply is on the disk', async () => {
  const { harness, row, writes } = await makeInbox()
  await harness.reply(row.id, 'First')
  await enqueueReply(harness.db, row.id, 'Second', harness.now())
  // Nothing of the thread is read on the way, so that all that is written is of the reply.
  const readThread = async () => undefined
  const outbox = createOutbox({ ...harness.outboxDeps, readThread })
  writes.taken()
  await outbox.drain()
  const taken = writes.taken()
  expect(taken.length).toBeGreaterThanOrEqual(2)
  expect(new Set(taken)).toEqual(new Set(['strict']))
  expect(await harness.shown(row.id, 'Second')).toBe(1)
})

test('an import, a poll with news, the notes of requests and clearing the cache do not wait for the disk', async () => {
  const writes = watchWrites()
  const harness = await makeHarness({ conversations: 3, accounts: 1, messagesPerConversation: 3 })
  await harness.connect()
  writes.taken()
  await harness.pull()
  expect(new Set(writes.taken())).toEqual(new Set(['relaxed']))
  const [row] = await listConversations(harness.db, { filter: 'all', accountId: null, limit: 1 })
  harness.sandbox.receive({ conversation: row?.key ?? '', text: 'News' })
  harness.clock.ahead = 60_000
  await harness.pull()
  expect(await harness.shown(row?.id ?? '', 'News')).toBe(1)
  const entry = {
    at: 1,
    method: 'GET',
    route: '/accounts',
    accountId: null,
    status: 200,
    ms: 3,
    failure: null,
  }
  await noteRequests(harness.db, [entry])
  await clearCacheTables(harness.db)
  expect(new Set(writes.taken())).toEqual(new Set(['relaxed']))
})
