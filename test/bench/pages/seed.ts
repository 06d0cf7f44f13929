import Dexie, { type Table } from 'dexie'
import { createApi } from '../../../lib/api/createApi.ts'
import { buildUrl } from '../../../lib/api/http/buildUrl.ts'
import { readMessagesPage } from '../../../lib/api/wire/messagesPage.ts'
import { API_BASE_URL } from '../../../lib/browser/apiBaseUrl.ts'
import { writeKept } from '../../../lib/browser/keyChange.ts'
import { withLock } from '../../../lib/browser/locks.ts'
import { inOneGo } from '../../../lib/domain/inOneGo.ts'
import { commitLook } from '../../../lib/store/commits/commitLook.ts'
import { commitMessages } from '../../../lib/store/commits/commitMessages.ts'
import { noteRequests } from '../../../lib/store/commits/notes.ts'
import { Database } from '../../../lib/store/database.ts'
import { reachedAccounts } from '../../../lib/store/queries/accounts.ts'
import { connect } from '../../../lib/sync/connect.ts'
import { importList } from '../../../lib/sync/importAccount.ts'
import { importMessages } from '../../../lib/sync/importMessages.ts'
import { SYNC_LOCK } from '../../../lib/sync/locks.ts'
import type { SyncDeps } from '../../../lib/sync/SyncDeps.ts'
import { threadOf } from '../../../lib/sync/threadOf.ts'
import { indexesOf } from './indexesOf.ts'

/** A stretch of a thread as the API would tell it, without the request. */
export interface Handed {
  readonly conversationId: string
  /** The body of an answer to GET …/messages. */
  readonly body: unknown
  /** Server time (ms) of the message above this stretch; null at the newest end. */
  readonly upper: number | null
  /** Nothing comes before it. */
  readonly beginning: boolean
}

/** Fills the cache by the product's own code; the worker is kept out meanwhile. */
export interface Seeder {
  /** Connects with a key and imports the list of all conversations. */
  begin(key: string): Promise<void>
  /** Commits stretches of history, each thread's newest first. */
  hand(stretches: readonly Handed[]): Promise<void>
  /** Has these conversations wait for their turn. */
  putOff(conversationIds: readonly string[]): Promise<void>
  /** Has these conversations be next in the first import. */
  callUp(conversationIds: readonly string[]): Promise<void>
  /** Imports the newest page of those whose turn it is, as the first import does. Returns ms. */
  importThreads(): Promise<number>
  /** The floor: puts the same finished rows at once into an empty database. Returns ms. */
  putAtOnce(conversationIds: readonly string[]): Promise<number>
  /** The same floor, which first makes the requests that the import made and parses their answers. Returns ms. */
  askAndPutAtOnce(conversationIds: readonly string[]): Promise<number>
  end(): Promise<{ conversations: number; messages: number }>
}

const db = new Database()
const memo = new Map<string, unknown>()
let key = ''
let release: () => void = () => undefined

const deps: SyncDeps = {
  db,
  api: createApi({
    baseUrl: API_BASE_URL,
    fetch: (input, init) => fetch(input, init),
    now: () => Date.now(),
    // The one thing that differs from the worker's: with a budget, it and not the code would be measured.
    budget: { take: async () => undefined, observe: () => undefined },
    onRequest: inOneGo((entries) => noteRequests(db, entries)),
    onRejected: (rows) => {
      throw new Error(`The sandbox gave rows that are not understood: ${JSON.stringify(rows)}`)
    },
    isOnline: () => true,
    readKey: async () => key,
    reaches: reachedAccounts(db),
  }),
  now: () => Date.now(),
  arrived: async () => undefined,
  memo: { get: async (name) => memo.get(name), set: async (name, value) => void memo.set(name, value) },
}

const seeder: Seeder = {
  async begin(given) {
    key = given
    // The worker's runs share this lock; held alone until the end, it keeps them out.
    await new Promise<void>((held) => {
      void withLock(SYNC_LOCK, () => {
        held()
        return new Promise<void>((done) => {
          release = done
        })
      })
    })
    const keep = () => writeKept({ keeping: 'stored', key })
    await connect(deps, { keep, alone: (work) => work() })
    for (const account of await db.accounts.toArray()) await importList(deps, account)
  },
  async hand(stretches) {
    for (const stretch of stretches) await commitStretch(stretch)
  },
  async putOff(conversationIds) {
    for (const id of conversationIds) {
      const conversation = await db.conversations.get(id)
      if (!conversation) throw new Error(`${id} is not in the list`)
      await commitLook(db, id, { syncedTo: conversation.lastActivityAt, emptyLooks: 0, nextLookAt: 0 })
    }
  },
  async callUp(conversationIds) {
    const untouched = { syncedTo: null, emptyLooks: 0, nextLookAt: 0 }
    for (const id of conversationIds) await commitLook(db, id, untouched)
  },
  async importThreads() {
    const accounts = await db.accounts.toCollection().primaryKeys()
    const began = performance.now()
    // Side by side, as runs do.
    await Promise.all(accounts.map((id) => importMessages(deps, id)))
    return performance.now() - began
  },
  putAtOnce: (conversationIds) => putAtOnce(conversationIds, async () => undefined),
  askAndPutAtOnce: (conversationIds) => putAtOnce(conversationIds, () => askAtOnce(conversationIds)),
  async end() {
    release()
    return { conversations: await db.conversations.count(), messages: await db.messages.count() }
  },
}

async function commitStretch({ conversationId, body, upper, beginning }: Handed): Promise<void> {
  const page = readMessagesPage(body, Date.now())
  const thread = await threadOf(deps, conversationId)
  const [oldest, newest] = [page?.messages[0], page?.messages.at(-1)]
  if (!page || !thread || !oldest || !newest) throw new Error(`Nothing to seed ${conversationId} with`)
  await commitMessages(db, {
    account: thread.account,
    conversationId,
    received: page.messages,
    participants: page.participants,
    stretch: {
      from: oldest.sentAt,
      to: upper ?? newest.sentAt,
      cursor: beginning ? null : String(oldest.sentAt),
      cursorAt: Date.now(),
      beginning,
    },
  })
  if (upper === null) {
    await commitLook(db, conversationId, {
      syncedTo: thread.conversation.lastActivityAt,
      emptyLooks: 0,
      nextLookAt: 0,
    })
  }
}

/** What a first import leaves behind a thread, beside what it counts and notes. */
const FINISHED = [
  'accounts',
  'conversations',
  'messages',
  'spans',
  'triage',
  'searchChunks',
  'counts',
] as const

async function askAtOnce(conversationIds: readonly string[]): Promise<void> {
  const answers = conversationIds.map(async (id) => {
    const { accountId, urn } = (await db.conversations.get(id)) ?? { accountId: '', urn: id }
    const query = { accountId, count: 50, sync: false }
    const route = '/conversations/:conversationUrn/messages'
    const url = buildUrl(API_BASE_URL, { route, params: { conversationUrn: urn }, query })
    const answer = await fetch(url, { headers: { Authorization: `Bearer ${key}` } })
    const { messages } = JSON.parse(await answer.text())
    if (messages.length === 0) throw new Error(`Nothing was told of ${id}`)
  })
  await Promise.all(answers)
}

/**
 * The least an import can cost: the same finished rows, put at once into an empty database of the same shape.
 * @param before what is done first, and timed with it
 */
async function putAtOnce(conversationIds: readonly string[], before: () => Promise<void>): Promise<number> {
  // By the index: going through all that is cached would leave its garbage to the import that is measured next.
  const ofThem = (table: Table, index: string) =>
    Promise.all(
      conversationIds.map((id) =>
        table.where(index).between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray(),
      ),
    ).then((rows) => rows.flat())
  const ids = [...conversationIds]
  const rows: Record<(typeof FINISHED)[number], unknown[]> = {
    accounts: await db.accounts.toArray(),
    conversations: await db.conversations.bulkGet(ids),
    messages: await ofThem(db.messages, '[conversationId+sentAt+key]'),
    spans: await ofThem(db.spans, '[conversationId+from]'),
    triage: (await db.triage.bulkGet(ids)).filter((row) => row !== undefined),
    searchChunks: await ofThem(db.searchChunks, '[conversationId+upTo]'),
    counts: await db.counts.toArray(),
  }
  const other = new Dexie('bench-floor')
  other.version(1).stores(Object.fromEntries(FINISHED.map((name) => [name, indexesOf(db.table(name))])))
  try {
    await other.open()
    const began = performance.now()
    await before()
    await other.transaction('rw', [...FINISHED], () =>
      Promise.all(FINISHED.map((name) => other.table(name).bulkPut(rows[name]))),
    )
    return performance.now() - began
  } finally {
    await other.delete()
  }
}

Object.assign(window, { seeder })
