import { expect, test } from 'vitest'
import { createSampleApi } from '../../../../lib/api/sample/createSampleApi.ts'
import { SAMPLE_ACCOUNTS, SAMPLE_TALKS } from '../../../../lib/api/sample/sampleTalks.ts'
import { withSample } from '../../../../lib/api/sample/withSample.ts'
import type { SampleState } from '../../../../lib/domain/sample.ts'
import { clearCacheTables } from '../../../../lib/store/commits/clear.ts'
import { markRead } from '../../../../lib/store/intents/marks.ts'
import { countUnread } from '../../../../lib/store/queries/conversations.ts'
import { messagesBefore } from '../../../../lib/store/queries/thread.ts'
import { findConversation } from '../../../../lib/sync/findConversation.ts'
import { loadOlder } from '../../../../lib/sync/loadOlder.ts'
import { makeHarness } from '../../harness.ts'

const SECOND = 1_000
const HOUR = 3_600_000
const NO_KEY = ''

/** The worker with the sample open in place of a key; `left` is what `isOpen` would say once it is not. */
async function opened() {
  const disk = { kept: null as string | null, left: false }
  const harness = await makeHarness({
    over: (real, now) =>
      withSample(
        real,
        createSampleApi({
          now,
          async change(how) {
            if (disk.left) return null
            const next = how(disk.kept === null ? null : (JSON.parse(disk.kept) as SampleState))
            disk.kept = JSON.stringify(next)
            return next
          },
        }),
        async () => true,
      ),
  })
  harness.keepKey(NO_KEY)
  await harness.connect(NO_KEY)
  await harness.pull()
  return { harness, disk }
}

test('it is imported in silence like any inbox, and nobody is asked', async () => {
  const { harness } = await opened()
  const { db } = harness
  const accounts = await db.accounts.toArray()
  expect(accounts.map(({ name, health }) => [name, health.state])).toEqual([
    ['Ada Sample', 'upToDate'],
    ['Ben Sample', 'upToDate'],
  ])
  const conversations = await db.conversations.toArray()
  expect(conversations).toHaveLength(SAMPLE_TALKS.length - 1)
  expect(conversations.filter(({ channel }) => channel === 'salesNav')).toHaveLength(1)
  expect(await countUnread(db)).toBe(4)
  expect(harness.arrivals).toEqual([])
  const offer = await harness.conversation('klara-example')
  const [first] = await messagesBefore(db, offer.id, null, 10)
  expect(first?.attachments).toMatchObject([{ name: 'offer-sample.pdf', url: null }])
  expect(harness.sandbox.requests()).toEqual([])
  expect(harness.rejected).toEqual([])
})

test('one of its threads is long: it is read back to its beginning, and each message is there once', async () => {
  const { harness } = await opened()
  const { id } = await harness.conversation('jonas-example')
  while (!(await loadOlder(harness.sync, id)).complete);
  const texts = await harness.textsOf(id)
  expect(texts).toHaveLength(120)
  expect(new Set(texts).size).toBe(120)
  expect(texts[0]).toContain('Week 1:')
})

test('messages arrive by the clock, each told once, whatever becomes of the worker', async () => {
  const { harness } = await opened()
  harness.clock.ahead = 30 * SECOND
  await harness.pull()
  expect(harness.arrivals).toEqual([])
  harness.clock.ahead = 41 * SECOND
  await harness.pull()
  expect(harness.arrivals.map(({ senderName }) => senderName)).toEqual(['Yuki Example'])
  harness.restart()
  harness.clock.ahead = 181 * SECOND
  await harness.pull()
  expect((await harness.conversation('rosa-example')).unread).toBe(1)
  for (const ahead of [1, 3, 9, 25]) {
    harness.clock.ahead = ahead * HOUR
    await harness.pull()
  }
  const later = SAMPLE_TALKS.flatMap(({ lines }) => lines.filter(([at]) => at > 0))
  expect(harness.arrivals).toHaveLength(later.length)
  expect(new Set(harness.arrivals.map(({ id }) => id)).size).toBe(later.length)
})

test.each(['noor-example', 'lena-example'])(
  'a reply to %s is there once, is answered after a while, and outlives cache and worker',
  async (key) => {
    const { harness } = await opened()
    const { id } = await harness.conversation(key)
    await harness.reply(id, 'Please do!')
    expect(await harness.db.outbox.filter(({ kind }) => kind === 'send').count()).toBe(0)
    harness.clock.ahead += 21 * SECOND
    await harness.pull()
    expect((await harness.textsOf(id)).slice(-2)).toEqual(['Please do!', 'Thank you for the quick answer!'])
    await clearCacheTables(harness.db)
    harness.restart()
    await harness.pull()
    expect(await harness.shown(id, 'Please do!')).toBe(1)
    expect((await harness.conversation(key)).unreadCount).toBe(1)
    expect(harness.sandbox.requests()).toEqual([])
  },
)

test('what was read in it stays read when it is imported anew', async () => {
  const { harness } = await opened()
  const { id } = await harness.conversation('mira-example')
  await markRead(harness.db, [id], harness.now(), 'always')
  await harness.outbox.drain()
  await clearCacheTables(harness.db)
  await harness.pull()
  expect((await harness.conversation('mira-example')).serverUnread).toBe(0)
  expect((await harness.conversation('noor-example')).serverUnread).toBe(1)
})

test('somebody new can be written to, and answers', async () => {
  const { harness } = await opened()
  const { api } = harness.sync
  const accountId = SAMPLE_ACCOUNTS[0]?.id ?? ''
  const { conversationId, to } = await findConversation(harness.sync, accountId, 'paul-example')
  expect(conversationId).toBeNull()
  await api.sendFirst({ accountId, to, message: 'Hello Paul' }, { lane: 'send' })
  harness.clock.ahead += 21 * SECOND
  await harness.pull()
  const begun = await harness.db.conversations.filter(({ title }) => title === 'paul-example').toArray()
  expect(begun.map(({ id, unreadCount }) => [id, unreadCount])).toEqual([
    [(await findConversation(harness.sync, accountId, 'paul-example')).conversationId, 1],
  ])
})

test('once it was left, every call says that there is no key, and nothing is kept', async () => {
  const { harness, disk } = await opened()
  disk.left = true
  disk.kept = null
  const { id, accountId, urn } = await harness.conversation('noor-example')
  await harness.reply(id, 'Too late')
  const { api } = harness.sync
  const calls = [
    api.listConversations({ accountId, count: 20 }, { lane: 'waiting' }),
    api.listMessages({ accountId, conversationUrn: urn, count: 20, sync: true }, { lane: 'waiting' }),
    api.markSeen({ accountId, conversationUrn: urn }, { lane: 'mark' }),
  ]
  for (const call of calls) await expect(call).rejects.toMatchObject({ kind: 'keyMissing' })
  expect(disk.kept).toBeNull()
})

test('what is of another account never gets into it', async () => {
  const { harness } = await opened()
  const { api } = harness.sync
  const accountId = harness.sandbox.world.accounts[0]?.id ?? ''
  const send = api.sendReply(
    {
      accountId,
      conversationUrn: 'urn:li:msg_conversation:(urn:li:fsd_profile:ACoAA1,mira-example)',
      message: 'Hi',
    },
    { lane: 'send' },
  )
  await expect(send).rejects.toMatchObject({ kind: 'accountGone', notDelivered: true })
})

test('with a key the sample is neither asked nor looked for, whatever the API answers', async () => {
  const looked: string[] = []
  const harness = await makeHarness({
    over: (real, now) =>
      withSample(
        real,
        createSampleApi({ now, change: () => Promise.reject(new Error('asked')) }),
        async () => {
          looked.push('looked')
          return true
        },
      ),
  })
  await harness.connected()
  await expect(harness.connect('another-key')).rejects.toMatchObject({ kind: 'keyRejected' })
  expect(await harness.db.accounts.count()).toBe(harness.sandbox.world.accounts.length)
  expect(looked).toEqual([])
})
