// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest'
import { ConversationFeed } from '../../../components/conversation-list/ConversationFeed.ts'
import { ThreadFeed } from '../../../components/thread/ThreadFeed.ts'
import { conversationId } from '../../../lib/domain/urn.ts'
import { commitMessages } from '../../../lib/store/commits/commitMessages.ts'
import { markRead, markUnread } from '../../../lib/store/intents/marks.ts'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { countShownUnread, shownConversations } from '../../../lib/store/queries/shownConversations.ts'
import { sendsOf, spansOf } from '../../../lib/store/queries/thread.ts'
import { waitingConversations } from '../../../lib/store/queries/waitingConversations.ts'
import { importMessages } from '../../../lib/sync/importMessages.ts'
import { prune } from '../../../lib/sync/prune.ts'
import { pullAccount } from '../../../lib/sync/pullAccount.ts'
import { countReads } from '../../fixtures/countReads.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'
import { makeMessage } from '../../fixtures/makeMessage.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { countWrites } from '../../fixtures/openDatabase.ts'
import { until } from '../patience.ts'
import { makeOddInbox, PLAIN } from '../sync/oddApi.ts'

const ID = 'account-1'
const DAY = 86_400_000
const ALL = { filter: 'all', accountId: null } as const
const WAITING = {
  stage: 'waiting',
  listed: 0,
  messagesDone: 0,
  messagesTotal: 0,
} as const

/** An inbox that was imported as a worker does it: quiet conversations, a third unread, one of them as long as all. */
async function imported(size: number) {
  const inbox = makeOddInbox({ list: PLAIN, messages: PLAIN })
  const { db, sync, clock } = inbox
  const reads = countReads(db)
  // What another context wrote is read from the database, whatever Dexie knows of its own writes.
  Object.assign((db as unknown as { _options: object })._options, { cache: 'disabled' })
  const from = clock.now - 200 * DAY
  for (let i = 0; i < size; i++) inbox.receive(`2-thread${i}`, from + i * 1_000)
  await db.accounts.put(makeAccount({ id: ID, ownerProfileId: 'ACoAAowner', import: WAITING }))
  while ((await db.accounts.get(ID))?.import.stage !== 'done') await pullAccount(sync, ID, 'background')
  const rows = await listConversations(db, { ...ALL, limit: size })
  expect(rows).toHaveLength(size)
  for (const { id } of rows.filter((_, at) => at % 3 === 0)) await markUnread(db, id, clock.now)
  await db.outbox.clear()
  const [long] = rows
  if (!long) throw new Error('Nothing was imported')
  await db.messages.bulkAdd(
    Array.from({ length: size }, (_, at) =>
      makeMessage({ conversationId: long.id, sentAt: from - (size - at) * 1_000 }),
    ),
  )
  const last = (await db.messages.where('sentAt').aboveOrEqual(0).last())?.sentAt ?? 0
  const span = { conversationId: long.id, from: 1, to: last, cursor: null, cursorAt: 0, beginning: true }
  await db.spans.put(span)
  return { inbox, db, sync, clock, long, reads, size }
}

type Imported = Awaited<ReturnType<typeof imported>>

/** The list, scrolled to its end. */
async function openFeed({ db }: Imported) {
  const feed = new ConversationFeed(db, ALL)
  onTestFinished(() => feed.close())
  feed.open()
  await until(() => feed.getState().ready)
  while (feed.getState().more) {
    const before = feed.getState().rows.length
    feed.extend()
    await until(() => !feed.getState().more || feed.getState().rows.length > before)
  }
  await settle(feed)
  return feed
}

/** Until no page of the list changes any more. */
async function settle(feed: ConversationFeed): Promise<void> {
  let state = feed.getState()
  let quiet = 0
  await until(() => {
    quiet = state === feed.getState() ? quiet + 1 : 0
    state = feed.getState()
    return quiet > 5
  })
}

/** What is done again and again, and what must therefore cost the same however much is cached. */
const DOINGS: Record<string, (world: Imported) => Promise<() => Promise<unknown>>> = {
  'the first page of the list':
    async ({ db }) =>
    async () => {
      expect(await shownConversations(db, { ...ALL, limit: 100 })).toHaveLength(100)
    },
  'the unread count of the badge':
    async ({ db, size }) =>
    async () => {
      expect(await countShownUnread(db)).toBe(Math.ceil(size / 3))
    },
  'a poll with nothing new': async ({ db, sync }) => {
    const writes = countWrites(db)
    return async () => {
      await pullAccount(sync, ID, 'background')
      expect(writes()).toBe(0)
    }
  },
  'a run of the first import that finds one thread waiting': async ({ db, sync }) => {
    await db.conversations.update(conversationId(ID, 'inbox', '2-thread7'), { syncedTo: null })
    return async () => {
      expect(await waitingConversations(db, ID)).toHaveLength(1)
      await importMessages(sync, ID)
      expect(await waitingConversations(db, ID)).toHaveLength(0)
    }
  },
  'opening a thread':
    async ({ db, long }) =>
    async () => {
      const feed = new ThreadFeed(db, long.id)
      feed.open()
      await until(() => feed.getState().ready)
      await Promise.all([spansOf(db, long.id), sendsOf(db, long.id)])
      expect(feed.getState().rows).toHaveLength(100)
      feed.close()
    },
  'the commit of one message':
    async ({ db, clock, long }) =>
    async () => {
      const account = (await db.accounts.get(ID)) ?? makeAccount()
      const { added } = await commitMessages(db, {
        account,
        conversationId: long.id,
        received: [makeReceived(clock.now)],
        participants: [],
        stretch: { from: clock.now - 5_000, to: clock.now, cursor: null, cursorAt: 0, beginning: false },
      })
      expect(added).toBe(1)
    },
  'marking as read':
    async ({ db, clock, long }) =>
    async () => {
      await markRead(db, long.id, clock.now, 'byPolicy')
    },
  'a run that looks for old messages and finds none': async ({ db, sync }) => {
    await db.settings.put({ key: 'keepMonths', value: 1_000 })
    const run = () =>
      prune({ ...sync, now: () => Date.now(), usedBytes: async () => 0, onScreen: async () => new Set() })
    await run()
    return async () => expect(await run()).toBe(0)
  },
  'a change that a list shows which was scrolled to its end': async (world) => {
    const { db, long } = world
    const feed = await openFeed(world)
    expect(feed.getState().rows).toHaveLength(world.size)
    return async () => {
      await db.conversations.update(long.id, { title: 'Somebody else' })
      await until(() => feed.getState().rows[0]?.title === 'Somebody else')
      feed.close()
    }
  },
  'a conversation that moves from further down in such a list to its top': async (world) => {
    const { db, clock } = world
    const feed = await openFeed(world)
    const lower = feed.getState().rows[150]?.id ?? ''
    const before = feed.getState().rows.length
    return async () => {
      await db.conversations.update(lower, { lastActivityAt: clock.now + 1_000 })
      await until(() => feed.getState().rows[0]?.id === lower)
      await settle(feed)
      expect(feed.getState().rows).toHaveLength(before)
      expect(new Set(feed.getState().rows.map(({ id }) => id)).size).toBe(before)
      feed.close()
    }
  },
}

/** Rows gone through, by table. */
async function costs(size: number): Promise<Map<string, Record<string, number>>> {
  const world = await imported(size)
  const found = new Map<string, Record<string, number>>()
  for (const [name, prepare] of Object.entries(DOINGS)) {
    const work = await prepare(world)
    world.reads()
    await work()
    found.set(name, world.reads())
  }
  return found
}

test('what is done again and again goes through no more rows of 2,000 conversations than of 200', async () => {
  const few = await costs(200)
  const many = await costs(2_000)
  for (const [name, reads] of many) expect(reads, name).toEqual(few.get(name))
  const sum = (name: string) => Object.values(many.get(name) ?? {}).reduce((all, one) => all + one, 0)
  expect(sum('the unread count of the badge')).toBeLessThan(5)
  expect(sum('the commit of one message')).toBeLessThan(30)
  // Its own page, not the list; and both pages, where it leaves one for another.
  expect(sum('a change that a list shows which was scrolled to its end')).toBeLessThan(120)
  expect(sum('a conversation that moves from further down in such a list to its top')).toBeLessThan(220)
}, 600_000)
