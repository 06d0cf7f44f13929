import fc from 'fast-check'
import type { Api } from '../../../lib/api/Api.ts'
import type { ListedConversation, Preview } from '../../../lib/domain/conversation.ts'
import type { Message, ReceivedMessage } from '../../../lib/domain/message.ts'
import type { SyncDeps } from '../../../lib/sync/SyncDeps.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { openDatabase } from '../../fixtures/openDatabase.ts'

/** How an API pages that keeps to the letter of the contract and to nothing else (contract 7). */
export interface Oddities {
  /** Rows a page, whatever was asked for. */
  pageSize: number
  /** Rows of the page above that come again. */
  overlap: number
  order: 'newestFirst' | 'oldestFirst' | 'mixed'
  hasMore: 'right' | 'missing' | 'always' | 'never'
  /** Every n-th place is first answered by an empty page whose `linkedin:` cursor leads there; 0 for none. */
  hollow: number
  /** Every n-th place answers with the cursor that was sent, once; 0 for none. */
  repeats: number
  /** At the end comes a cursor all the same: a new one each time, or the same. */
  atEnd: 'none' | 'new' | 'same'
  sinceInclusive: boolean
}

export const oddities: fc.Arbitrary<Oddities> = fc
  .record({
    pageSize: fc.integer({ min: 1, max: 7 }),
    overlap: fc.integer({ min: 0, max: 2 }),
    order: fc.constantFrom('newestFirst', 'oldestFirst', 'mixed'),
    hasMore: fc.constantFrom('right', 'missing', 'always', 'never'),
    hollow: fc.constantFrom(0, 1, 3),
    repeats: fc.constantFrom(0, 2),
    atEnd: fc.constantFrom('none', 'new', 'same'),
    sinceInclusive: fc.boolean(),
  })
  // "No more" together with a cursor that leads back is an end by any reading.
  .map((odd) => (odd.hasMore === 'never' ? { ...odd, repeats: 0 } : odd)) as fc.Arbitrary<Oddities>

/** A plain and well-behaved one. */
export const PLAIN: Oddities = {
  pageSize: 50,
  overlap: 0,
  order: 'newestFirst',
  hasMore: 'right',
  hollow: 0,
  repeats: 0,
  atEnd: 'none',
  sinceInclusive: false,
}

const placeOf = ({ at, key }: Place) => `${at}~${key}`

interface OddPage<T> {
  rows: T[]
  cursor: string | null
  hasMore: boolean | null
}

/** Where a row stands: by time, then key. Such a place is also what a cursor says, so that new rows shift nothing. */
interface Place {
  at: number
  key: string
}

const newestFirst = (a: Place, b: Place) => b.at - a.at || (a.key < b.key ? 1 : -1)

/** Pages through rows that are newest first. */
function pager(odd: Oddities) {
  const met = new Set<string>()
  let calls = 0
  const once = (what: string) => !met.has(what) && met.add(what)
  const every = (n: number, place: number) => n > 0 && place % n === n - 1
  return <T extends Place>(all: readonly T[], sent: string | undefined): OddPage<T> => {
    const asked = sent?.replace(/^linkedin:/, '').split('|')[0]
    const [at = '', key = ''] = asked?.split('~') ?? []
    const below = all.findIndex((row) => newestFirst(row, { at: Number(at), key }) > 0)
    const start = !asked ? 0 : below < 0 ? all.length : below
    if (every(odd.hollow, start) && once(`hollow ${asked}`)) {
      return { rows: [], cursor: `linkedin:${asked ?? ''}|${++calls}`, hasMore: null }
    }
    const end = Math.min(all.length, start + odd.pageSize)
    const rows = all.slice(Math.max(0, start - odd.overlap), end)
    if (odd.order === 'oldestFirst') rows.reverse()
    if (odd.order === 'mixed')
      rows.sort((a, b) => (a.key.split('').reverse() < b.key.split('').reverse() ? 1 : -1))
    const last = all[end - 1]
    const more = end < all.length
    const ends = { none: null, new: last ? `${placeOf(last)}|${++calls}` : null, same: sent ?? null }
    const next = more && last ? placeOf(last) : ends[odd.atEnd]
    const repeated = sent !== undefined && every(odd.repeats, start) && once(`repeat ${start}`)
    return {
      rows,
      cursor: repeated ? sent : next,
      hasMore: { right: more, missing: null, always: true, never: false }[odd.hasMore],
    }
  }
}

interface OddThread {
  key: string
  /** Oldest first. */
  messages: ReceivedMessage[]
}

/**
 * An inbox behind an API that pages oddly, a database of its own, and what sync needs to work with both. `during` is
 * called before each answer, for what happens in the meantime.
 */
export function makeOddInbox({
  list,
  messages,
  during = () => undefined,
}: {
  list: Oddities
  messages: Oddities
  during?: () => void | Promise<void>
}) {
  const db = openDatabase()
  const threads = new Map<string, OddThread>()
  const clock = { now: Date.UTC(2026, 2, 2, 9, 0) }
  const requests = { list: 0, messages: 0 }
  const told: Message[] = []
  const memory = new Map<string, unknown>()
  const pageOf = pager(list)
  const pagersOf = new Map<string, ReturnType<typeof pager>>()
  const answered = () => ({ serverNow: clock.now, rejected: 0 })
  const newest = (thread: OddThread) => thread.messages.at(-1)?.sentAt ?? 0

  const api: Partial<Api> = {
    accountStatus: async () => ({ usable: true, hasSalesNavigator: false, ...answered() }),
    syncStatus: async () => ({
      initialSyncCompleted: true,
      syncInProgress: false,
      totalConversations: threads.size,
      ...answered(),
    }),
    async listConversations({ cursor }) {
      requests.list++
      await during()
      const all = [...threads.values()].map((thread) => ({ at: newest(thread), key: thread.key, thread }))
      const page = pageOf(all.toSorted(newestFirst), cursor)
      return {
        conversations: page.rows.map((row) => listed(row.thread)),
        nextCursor: page.cursor,
        hasMore: page.hasMore,
        ...answered(),
      }
    },
    async listMessages({ conversationUrn, cursor, since }) {
      requests.messages++
      await during()
      const key = conversationUrn.slice(conversationUrn.lastIndexOf(',') + 1, -1)
      const isNew = ({ sentAt }: ReceivedMessage) =>
        since === undefined || (messages.sinceInclusive ? sentAt >= since : sentAt > since)
      const all = (threads.get(key)?.messages ?? [])
        .filter(isNew)
        .map((message) => ({ at: message.sentAt, key: message.key, message }))
      const thePage = pagersOf.get(key) ?? pager(messages)
      pagersOf.set(key, thePage)
      const page = thePage(all.toSorted(newestFirst), cursor)
      return {
        // The client has put them in order; one of each.
        messages: page.rows.toSorted((a, b) => newestFirst(b, a)).map((row) => row.message),
        participants: [],
        cursor: page.cursor,
        hasMore: page.hasMore,
        ...answered(),
      }
    },
  }
  const sync: SyncDeps = {
    db,
    api: api as Api,
    now: () => clock.now,
    arrived: async (messages) => void told.push(...messages),
    memo: {
      get: async (key) => memory.get(key),
      set: async (key, value) => void memory.set(key, value),
    },
  }
  let made = 0
  return {
    db,
    sync,
    clock,
    requests,
    told,
    threads,
    /** A message of theirs arrives, sent at a server time (ms). */
    receive(key: string, sentAt: number): void {
      const thread = threads.get(key) ?? { key, messages: [] }
      threads.set(key, thread)
      // Keys of one millisecond in the order they came, as the list is kept.
      const message = makeReceived(sentAt, {
        key: `2-k${String(++made).padStart(6, '0')}`,
        text: `No ${made}`,
      })
      thread.messages.push(message)
    },
  }
}

export type OddInbox = ReturnType<typeof makeOddInbox>

function listed(thread: OddThread): ListedConversation {
  const newest = thread.messages.at(-1)
  const latest: Preview | null = newest
    ? { text: newest.text, sentAt: newest.sentAt, own: null, senderName: null, hasAttachment: false }
    : null
  return {
    urn: `urn:li:msg_conversation:(urn:li:fsd_profile:ACoAAowner,${thread.key})`,
    key: thread.key,
    channel: 'inbox',
    ownerProfileId: 'ACoAAowner',
    salesNavThreadId: null,
    lastActivityAt: newest?.sentAt ?? null,
    unreadCount: 0,
    participants: [
      { profileId: 'ACoAAother', name: 'Jonas Weber', headline: null, profileUrl: null, picture: null },
    ],
    latest,
  }
}
