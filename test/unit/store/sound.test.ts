import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CACHE_TABLES, type Database } from '../../../lib/store/database.ts'
import { exportPieces } from '../../../lib/store/export/exportMessages.ts'
import { getDraft, saveDraft } from '../../../lib/store/intents/drafts.ts'
import { deleteLabel, setLabel } from '../../../lib/store/intents/labels.ts'
import { markRead, setStarred } from '../../../lib/store/intents/marks.ts'
import { remind } from '../../../lib/store/intents/reminders.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { markDone, snooze } from '../../../lib/store/intents/shelves.ts'
import { wakeDue } from '../../../lib/store/intents/wake.ts'
import { allAccounts, allFreshness } from '../../../lib/store/queries/accounts.ts'
import { getConversation, listConversations } from '../../../lib/store/queries/conversations.ts'
import { lastQuarantined, lastRequests } from '../../../lib/store/queries/diagnostics.ts'
import { allLabels } from '../../../lib/store/queries/labels.ts'
import { notesOn } from '../../../lib/store/queries/personNotes.ts'
import { readSettings } from '../../../lib/store/queries/settings.ts'
import { countShownUnread, shownConversations } from '../../../lib/store/queries/shownConversations.ts'
import { allSnippets } from '../../../lib/store/queries/snippets.ts'
import { messagesBefore, sendsOf, spansOf } from '../../../lib/store/queries/thread.ts'
import { triageOf } from '../../../lib/store/queries/triage.ts'
import { viewCounts } from '../../../lib/store/queries/viewCounts.ts'
import { Searcher } from '../../../lib/store/search/Searcher.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeConversation } from '../../fixtures/makeConversation.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'
import { eventually } from '../patience.ts'

async function wholeExport(db: Database): Promise<void> {
  let text = ''
  for await (const piece of exportPieces(db, 'json', null, '')) text += piece.text
  JSON.parse(text)
}

type Row = Record<string, unknown>

/** Until a search has answered. */
function search(db: Database, query: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      searcher.close()
      settle()
    }
    const searcher = new Searcher(
      db,
      () => end(resolve),
      () => end(() => reject(new Error('The search failed'))),
    )
    searcher.open()
    searcher.ask({ query, limit: 9 })
  })
}

const NOW = 9_000
const { id } = makeConversation({ key: '2-thread', accountId: 'account-1' })

/** One sound row for each table, and its primary key. */
function rows(): Record<string, [key: IDBValidKey, row: Row]> {
  const row = (made: object) => ({ ...made }) as Row
  const message = makeMessage({ conversationId: id, key: '2-message', text: 'Hello', sentAt: 5 })
  return {
    accounts: ['account-1', row(makeAccount({ id: 'account-1' }))],
    conversations: [
      id,
      row(makeConversation({ key: '2-thread', accountId: 'account-1', unread: 1, starred: 1 })),
    ],
    messages: [message.id, row(message)],
    spans: [[id, 1], { conversationId: id, from: 1, to: 5, cursor: null, cursorAt: 0, beginning: true }],
    outbox: ['intent-1', row(makeSend({ id: 'intent-1', conversationId: id, createdAt: 1 }))],
    drafts: [id, { conversationId: id, text: 'Unfinished', updatedAt: 1 }],
    triage: [id, { conversationId: id, accountId: 'account-1', ...TRIAGE }],
    labels: ['label-1', { id: 'label-1', name: 'Later', hue: 1 }],
    personNotes: ['person-1', { personId: 'person-1', text: 'Met in Berlin', updatedAt: 1 }],
    savedSearches: ['search-1', { id: 'search-1', name: 'Mine', query: 'from:me', position: 0 }],
    snippets: ['snippet-1', { id: 'snippet-1', name: 'Thanks', text: 'Thank you' }],
    settings: ['accountsOff', { key: 'accountsOff', value: [] }],
    freshness: ['account-1', { accountId: 'account-1', succeededAt: 1 }],
    ledger: [
      1,
      { id: 1, at: 1, method: 'GET', route: '/accounts', accountId: null, status: 200, ms: 1, failure: null },
    ],
    quarantine: [1, { id: 1, at: 1, accountId: null, route: '/conversations', reason: 'x' }],
  }
}
const TRIAGE = {
  readUpTo: 3,
  readAt: 1,
  unreadMark: false,
  notifiedUpTo: 3,
  starred: true,
  doneUpTo: null,
  snoozedUntil: 5,
  muted: false,
  labels: ['label-1'],
  remindAt: 6,
  remindSince: 3,
}

/** Writes past the store's own code, as an older version or a broken disk would have left it. */
async function put(db: Database, all: Record<string, [unknown, Row]>): Promise<void> {
  await db.open()
  const native = db.backendDB()
  const transaction = native.transaction([...native.objectStoreNames], 'readwrite')
  for (const [table, [, row]] of Object.entries(all)) transaction.objectStore(table).put(row)
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
}

/** What lies on the disk, unseen by the store's own code. */
async function onDisk(db: Database, table: string, key: IDBValidKey): Promise<unknown> {
  const request = db.backendDB().transaction(table).objectStore(table).get(key)
  await new Promise((resolve) => {
    request.onsuccess = resolve
  })
  return request.result
}

/** All that pages and worker read. Sorting and reading the fields that they do, so that it trips where they would. */
async function readAll(db: Database) {
  const filters = [
    'all',
    'unread',
    'waitingMe',
    'waitingThem',
    'starred',
    'snoozed',
    'done',
    'label:label-1',
  ] as const
  const lists = await Promise.all(
    filters.flatMap((filter) => [
      listConversations(db, { filter, accountId: null, limit: 9 }),
      shownConversations(db, { filter, accountId: 'account-1', limit: 9 }),
    ]),
  )
  for (const row of [...lists.flat(), await getConversation(db, id)]) {
    row?.participants.map(({ name }) => name?.trim())
    row?.preview?.text.trim()
    row?.title.trim()
  }
  const messages = await messagesBefore(db, id, null, 9)
  for (const { text, attachments } of messages) [text.trim(), ...attachments.map(({ name }) => name?.trim())]
  for (const { health, import: progress, name } of await allAccounts(db)) {
    ;[name.trim(), health.state.trim(), progress.stage.trim()]
  }
  await Promise.all([search(db, 'hello'), spansOf(db, id)])
  await Promise.all([
    allLabels(db),
    allSnippets(db),
    allFreshness(db),
    countShownUnread(db),
    getDraft(db, id),
    viewCounts(db, null),
    notesOn(db, ['person-1']).then((notes) => notes.map((note) => note?.text.trim())),
  ])
  await Promise.all([lastRequests(db, 9), lastQuarantined(db, 9), wholeExport(db), triageOf(db, id)])
  const settings = await readSettings(db)
  ;[...settings.accountsOff, Math.round(settings.undoSeconds), Object.keys(settings.seenPolicy)]
  return { sends: await sendsOf(db, id), settings }
}

/** What a user does in a conversation. */
async function workIn(db: Database): Promise<void> {
  await markRead(db, id, NOW, 'byPolicy')
  await setStarred(db, id, false, NOW)
  await snooze(db, id, NOW + 1)
  await wakeDue(db, NOW + 2)
  await markDone(db, id, NOW)
  await remind(db, id, NOW + 1)
  await setLabel(db, id, 'label-1', true)
  await deleteLabel(db, { id: 'label-1', name: 'Later', hue: 1 })
  await saveDraft(db, id, 'Anew', NOW)
  if (await getConversation(db, id)) await enqueueReply(db, id, 'Goes on', NOW)
}

const junk = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    Number.NaN,
    true,
    '',
    'x',
    0,
    -1,
    [],
    [null],
    {},
    [7],
    { state: 1 },
    { text: 1 },
  ),
  fc.jsonValue() as fc.Arbitrary<unknown>,
)

test('whatever became of one row of any table: every read works, and so does all work in the conversation', async () => {
  const places = Object.entries(rows()).flatMap(([table, [, row]]) =>
    Object.keys(row).map((field) => [table, field] as const),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), junk, async ([table, field], value) => {
      const all = rows()
      const [key, row] = all[table] as [IDBValidKey, Row]
      const keyPath = ['id', 'conversationId', 'personId', 'key', 'accountId', 'from']
      const isKey = keyPath.includes(field) && JSON.stringify(key).includes(JSON.stringify(row[field]))
      fc.pre(!isKey)
      const broken: Row = { ...row, [field]: value }
      if (value === undefined) delete broken[field]
      const db = openDatabase()
      await put(db, { ...all, [table]: [key, broken] })
      const { sends } = await readAll(db)
      if (table === 'outbox') {
        // A reply whose text and place are there is shown, whatever else is broken.
        const { kind, conversationId, accountId, text } = broken
        const isWhole = kind === 'send' && typeof accountId === 'string' && typeof text === 'string'
        expect(sends.length).toBe(isWhole && conversationId === id ? 1 : 0)
      } else expect(sends).toHaveLength(1)
      const isUsers = !(CACHE_TABLES as readonly string[]).includes(table)
      if (isUsers) expect(await onDisk(db, table, key)).toEqual(broken)
      await workIn(db)
      await readAll(db)
      await db.delete()
    }),
    { numRuns: 150 },
  )
}, 600_000)

test.each(CACHE_TABLES.map((table) => [table]))(
  'a row of %s that is none leaves the cache, and what would keep it from being fetched again goes with it',
  async (table) => {
    const db = openDatabase()
    const all = rows()
    const [key, row] = all[table] as [IDBValidKey, Row]
    const field = { accounts: 'health', conversations: 'title', messages: 'text', spans: 'to' }[table] ?? ''
    await put(db, { ...all, [table]: [key, { ...row, [field]: 7n }] })
    await readAll(db)
    await eventually(async () => expect(await onDisk(db, table, key)).toBeUndefined())
    const account = await db.accounts.get('account-1')
    const conversation = await db.conversations.get(id)
    const stage = { accounts: undefined, conversations: 'waiting', messages: 'messages', spans: 'messages' }[
      table
    ]
    await eventually(() => expect(account?.import.stage).toBe(stage))
    if (table === 'messages' || table === 'spans') {
      expect(conversation?.syncedTo).toBeNull()
      expect(await db.spans.count()).toBe(0)
    }
    // The user's rows, and what else the cache holds, stay.
    for (const [other, [otherKey, otherRow]] of Object.entries(rows())) {
      const goes = other === table || ['accounts', 'conversations', 'spans'].includes(other)
      if (!goes) expect(await onDisk(db, other, otherKey), other).toEqual(otherRow)
    }
  },
)

test.each([
  ['drafts', 'text'],
  ['triage', 'labels'],
  ['triage', 'readUpTo'],
  ['outbox', 'text'],
  ['outbox', 'nextAttemptAt'],
  ['outbox', 'state'],
  ['labels', 'name'],
  ['snippets', 'text'],
  ['settings', 'value'],
])(
  'a broken row of the user’s (%s, by its %s) is read over and stays on the disk as it is',
  async (table, field) => {
    const db = openDatabase()
    const all = rows()
    const [key, row] = all[table] as [IDBValidKey, Row]
    const broken = { ...row, [field]: 7n }
    await put(db, { ...all, [table]: [key, broken] })
    await readAll(db)
    // A row of the cache broken at the same time is dropped: by then the user's would be too.
    await put(db, { messages: ['', { ...all.messages?.[1], text: 7n }] })
    await readAll(db)
    await eventually(async () => expect(await onDisk(db, 'messages', `${id}#2-message`)).toBeUndefined())
    expect(await onDisk(db, table, key)).toEqual(broken)
  },
)

test('of a broken triage row, what is sound is kept', async () => {
  const db = openDatabase()
  await put(db, {
    triage: [id, { conversationId: id, accountId: 'account-1', ...TRIAGE, readUpTo: '3', muted: 1 }],
  })
  expect(await triageOf(db, id)).toMatchObject({ ...TRIAGE, readUpTo: 0, muted: false, labels: ['label-1'] })
})

test.each([
  ['queued', 'failed'],
  ['held', 'failed'],
  ['failed', 'failed'],
  ['sending', 'unconfirmed'],
  ['unconfirmed', 'unconfirmed'],
  ['sent', 'unconfirmed'],
  ['no such state', 'unconfirmed'],
])(
  'a reply that was %s when it was damaged waits for the user as %s, and never goes out by itself',
  async (from, to) => {
    const db = openDatabase()
    const send = makeSend({ id: 'intent-1', conversationId: id, text: 'On my way' })
    await put(db, { outbox: ['intent-1', { ...send, state: from, attempts: 'twice' }] })
    expect(await sendsOf(db, id)).toMatchObject([
      { state: to, text: 'On my way', nextAttemptAt: Number.MAX_SAFE_INTEGER, error: { kind: 'damaged' } },
    ])
  },
)

test('a setting of the wrong type counts as not chosen', async () => {
  const db = openDatabase()
  const settings = { pollSeconds: '60', accountsOff: 'all', seenPolicy: null, theme: 'dark', connectedAt: {} }
  for (const [key, value] of Object.entries(settings)) await put(db, { settings: [key, { key, value }] })
  expect(await readSettings(db)).toMatchObject({
    pollSeconds: 60,
    accountsOff: [],
    seenPolicy: {},
    theme: 'dark',
    connectedAt: null,
  })
})
