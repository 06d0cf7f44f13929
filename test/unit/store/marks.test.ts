import { expect, test } from 'vitest'
import type { SeenPolicy } from '../../../lib/domain/settings.ts'
import { beginSend } from '../../../lib/store/commits/commitSend.ts'
import { markRead, markUnread, setStarred } from '../../../lib/store/intents/marks.ts'
import { enqueueReply } from '../../../lib/store/intents/replies.ts'
import { saveSetting } from '../../../lib/store/intents/settings.ts'
import { makeThread } from './makeThread.ts'

const UNREAD = {
  lastActivityAt: 100,
  latestInboundAt: 100,
  serverUnread: 2,
  unread: 1,
  unreadCount: 2,
} as const

async function inbox(policy?: SeenPolicy) {
  const thread = await makeThread(UNREAD)
  if (policy) await saveSetting(thread.db, 'seenPolicy', { 'account-1': policy })
  const kinds = async () => {
    const rows = await thread.db.outbox.orderBy('id').toArray()
    return rows.map((row) => row.kind).filter((kind) => kind !== 'send')
  }
  return { ...thread, kinds }
}

test.each<[SeenPolicy | undefined, string[], string[]]>([
  [undefined, ['seen'], ['seen']],
  ['onReading', ['seen'], ['seen']],
  ['onReply', [], ['seen']],
  ['never', [], []],
])(
  'with the policy "%s", looking tells LinkedIn %j and answering tells it %j',
  async (policy, looking, answering) => {
    const looked = await inbox(policy)
    await markRead(looked.db, looked.id, 1, 'byPolicy')
    expect(await looked.kinds()).toEqual(looking)
    expect(await looked.conversation()).toMatchObject({ unread: 0, unreadCount: 0 })
    const answered = await inbox(policy)
    // Only the reply that goes out tells of itself: until then it can be taken back.
    const reply = await enqueueReply(answered.db, answered.id, 'Yes', 1)
    expect(await answered.kinds()).toEqual(looking)
    await beginSend(answered.db, reply, reply.nextAttemptAt)
    expect(await answered.kinds()).toEqual(answering)
    expect(await answered.conversation()).toMatchObject({ unread: 0, unreadCount: 0 })
  },
)

test('a click on "Mark as read" tells LinkedIn under any policy', async () => {
  const { db, id, kinds } = await inbox('never')
  await markRead(db, id, 1, 'always')
  expect(await kinds()).toEqual(['seen'])
})

test('what is read already is not told again', async () => {
  const { db, id, kinds } = await inbox()
  await db.conversations.update(id, { unread: 0, serverUnread: 0 })
  await markRead(db, id, 1, 'byPolicy')
  expect(await kinds()).toEqual([])
})

test('the latest mark wins: those that say the same or the opposite and have not gone out are dropped', async () => {
  const { db, id, kinds, conversation } = await inbox()
  await markRead(db, id, 1, 'always')
  await markUnread(db, id, 2)
  await markUnread(db, id, 3)
  expect(await kinds()).toEqual(['unread'])
  expect((await conversation()).unread).toBe(1)
  await setStarred(db, id, true, 4)
  await setStarred(db, id, false, 5)
  expect((await kinds()).toSorted()).toEqual(['unread', 'unstar'])
  await setStarred(db, id, true, 6)
  expect((await conversation()).starred).toBe(1)
  await markRead(db, id, 7, 'always')
  expect((await kinds()).toSorted()).toEqual(['seen', 'star'])
})

test.each([
  ['looking', (thread: Awaited<ReturnType<typeof inbox>>) => markRead(thread.db, thread.id, 3, 'byPolicy')],
  ['answering', (thread: Awaited<ReturnType<typeof inbox>>) => enqueueReply(thread.db, thread.id, 'Yes', 3)],
])('%s takes an "unread" that has not gone out back, though LinkedIn is not told', async (_, read) => {
  const thread = await inbox('never')
  await markUnread(thread.db, thread.id, 2)
  await read(thread)
  expect(await thread.kinds()).toEqual([])
  expect((await thread.triage())?.unreadMark).toBe(false)
})

test('marks of one conversation leave those of another alone', async () => {
  const { db, id } = await inbox()
  const other = { ...(await db.conversations.get(id)), id: 'account-1/inbox/other', key: 'other' }
  await db.conversations.add(other as never)
  await markUnread(db, other.id, 1)
  await markRead(db, id, 2, 'always')
  expect((await db.outbox.toArray()).map((row) => row.kind).toSorted()).toEqual(['seen', 'unread'])
})

test('a mark and its effect are one step: where the mark cannot be kept, nothing changes', async () => {
  const { db, id, conversation, triage } = await inbox()
  db.outbox.hook('creating', () => {
    throw new Error('Disk full')
  })
  await expect(markRead(db, id, 1, 'always')).rejects.toThrow()
  expect((await conversation()).unread).toBe(1)
  expect(await triage()).toBeUndefined()
})
