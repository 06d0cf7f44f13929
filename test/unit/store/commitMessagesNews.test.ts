import { describe, expect, it } from 'vitest'
import { markRead } from '../../../lib/store/intents/marks.ts'
import { markDone } from '../../../lib/store/intents/shelves.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { makeThread } from './makeThread.ts'

const own = { senderProfileId: 'ACoAAowner', senderName: 'Mira Holm' }

describe('what is news', () => {
  it('is neither our own, nor what was there before the companion, nor older than what was told', async () => {
    const { commit } = await makeThread({}, { silentUpTo: 100 })
    const told = async (...args: Parameters<typeof commit>) =>
      (await commit(...args)).arrivals.map((one) => one.sentAt)
    expect(await told([makeReceived(90), makeReceived(100, own), makeReceived(110)])).toEqual([110])
    expect(await told([makeReceived(105)])).toEqual([])
    expect(await told([makeReceived(110), makeReceived(130)])).toEqual([130])
  })

  it('is not what was answered elsewhere: who answers has read it', async () => {
    const { commit, conversation } = await makeThread()
    const page = [makeReceived(100), makeReceived(110, own), makeReceived(120)]
    expect((await commit(page)).arrivals.map((one) => one.sentAt)).toEqual([120])
    expect((await conversation()).unreadCount).toBe(1)
  })

  it('may have crossed a reply that was written here without knowing of it', async () => {
    const { db, id, commit } = await makeThread()
    await db.outbox.add(makeSend({ conversationId: id, state: 'unconfirmed', text: 'Yes', knownUpTo: 50 }))
    const page = [makeReceived(100), makeReceived(110, { ...own, text: 'Yes' })]
    expect((await commit(page)).arrivals.map((one) => one.sentAt)).toEqual([100])
  })

  it('can show up a little late behind an own message, but history read later is none', async () => {
    const minutes = (n: number) => 1_000_000 + n * 60_000
    const { commit } = await makeThread({}, { silentUpTo: minutes(0) })
    await commit([makeReceived(minutes(10), own)])
    expect((await commit([makeReceived(minutes(5))])).arrivals).toEqual([])
    expect((await commit([makeReceived(minutes(9))])).arrivals).toHaveLength(1)
  })

  it('that shows up late waits to be read, and is back in the inbox, though what came after it was put away', async () => {
    const { db, id, commit, conversation } = await makeThread()
    await commit([makeReceived(1000, own)])
    await markDone(db, id, 1)
    expect((await commit([makeReceived(900)])).arrivals).toHaveLength(1)
    expect(await conversation()).toMatchObject({ shelf: 'inbox', unread: 1, unreadCount: 1 })
  })

  it('that the list had told of, and was marked as read there, stays read and is not told', async () => {
    const { db, id, commit, conversation } = await makeThread()
    await commit([makeReceived(1000, own)])
    await db.conversations.update(id, {
      lastActivityAt: 2000,
      latestInboundAt: 2000,
      serverUnread: 1,
      unread: 1,
    })
    await markRead(db, id, 1, 'always')
    expect((await commit([makeReceived(2000)])).arrivals).toEqual([])
    expect((await conversation()).unread).toBe(0)
  })

  it('is told once, though the cache was cleared and everything comes again', async () => {
    const { db, account, id, commit, conversation } = await makeThread()
    const row = await conversation()
    expect((await commit([makeReceived(100)])).arrivals).toHaveLength(1)
    await Promise.all([db.conversations.clear(), db.messages.clear(), db.spans.clear()])
    await db.conversations.put({ ...row, id })
    expect((await commit([makeReceived(100), makeReceived(200)], { account })).arrivals).toMatchObject([
      { sentAt: 200 },
    ])
  })
})
