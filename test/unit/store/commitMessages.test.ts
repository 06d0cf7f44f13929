import { describe, expect, it } from 'vitest'
import { SKEW_MS } from '../../../lib/domain/replyMatch.ts'
import { commitSent } from '../../../lib/store/commits/commitSend.ts'
import { markDone } from '../../../lib/store/intents/shelves.ts'
import { spansOf } from '../../../lib/store/queries/thread.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { countWrites } from '../../fixtures/openDatabase.ts'
import { makeThread } from './makeThread.ts'

const own = { senderProfileId: 'ACoAAowner', senderName: 'Mira Holm' }
const TABLES = ['accounts', 'conversations', 'messages', 'spans', 'triage', 'outbox']

describe('messages of a thread', () => {
  it('move it up, show in its row and wait to be read, all at once', async () => {
    const thread = await makeThread()
    await thread.commit([makeReceived(100), makeReceived(200, { text: 'Newest' })])
    expect(await thread.conversation()).toMatchObject({
      lastActivityAt: 200,
      latestInboundAt: 200,
      preview: { text: 'Newest', own: false },
      unread: 1,
      unreadCount: 2,
    })
  })

  it('bring nothing the second time: no write, nobody told', async () => {
    const { db, commit } = await makeThread()
    const page = [makeReceived(100), makeReceived(200, own), makeReceived(300)]
    expect(await commit(page)).toMatchObject({ added: 3 })
    const writes = countWrites(db, TABLES)
    const mailbox = page.map((one) => ({
      ...one,
      urn: `urn:li:msg_message:(urn:li:fsd_profile:ACoAAx,${one.key})`,
    }))
    expect(await commit(page)).toMatchObject({ added: 0, arrivals: [] })
    expect(await commit(mailbox)).toMatchObject({ added: 0, arrivals: [] })
    expect(writes()).toBe(0)
  })

  it('are changed where the API tells them anew', async () => {
    const { db, commit } = await makeThread()
    await commit([makeReceived(100)])
    expect(await commit([makeReceived(100, { text: 'Edited' })])).toMatchObject({ added: 0, arrivals: [] })
    expect((await db.messages.toArray()).map((one) => one.text)).toEqual(['Edited'])
  })

  it('are from whom the conversation knows by the id, where they name nobody', async () => {
    const people = [
      ['ACoAAother', 'Jonas Weber'],
      ['ines-c', 'Ines Carvalho'],
    ].map(([profileId = null, name = null]) => ({
      profileId,
      name,
      headline: null,
      profileUrl: null,
      picture: null,
    }))
    const { db, commit } = await makeThread({ participants: people })
    const nameless = [100, 200, 300].map((at, index) =>
      makeReceived(at, {
        senderName: null,
        senderProfileId: ['ACoAAother', 'ines-c', 'ACoAAelse'][index] ?? null,
      }),
    )
    await commit(nameless)
    const names = (await db.messages.toArray()).map((one) => one.senderName)
    expect(names).toEqual(['Jonas Weber', 'Ines Carvalho', null])
    expect(await commit(nameless)).toMatchObject({ added: 0, arrivals: [] })
  })

  it('older than what a row shows leave the row as it is', async () => {
    const thread = await makeThread()
    await thread.commit([makeReceived(200)])
    const before = await thread.conversation()
    await thread.commit([makeReceived(100)])
    expect(await thread.conversation()).toEqual(before)
  })

  it('bring a conversation that was done back, unless they are our own', async () => {
    const thread = await makeThread()
    await thread.commit([makeReceived(100)])
    await markDone(thread.db, thread.id, 1)
    await thread.commit([makeReceived(150, own)])
    expect((await thread.conversation()).shelf).toBe('done')
    await thread.commit([makeReceived(200)])
    expect(await thread.conversation()).toMatchObject({ shelf: 'inbox', unread: 1 })
  })

  it('of a conversation that is gone are not stored', async () => {
    const { db, id, commit } = await makeThread()
    await db.conversations.delete(id)
    expect(await commit([makeReceived(100)])).toMatchObject({ added: 0, arrivals: [] })
    expect(await db.messages.count()).toBe(0)
  })
})

describe('a reply of ours that was delivered twice', () => {
  const twice = () => [150, 151].map((at) => makeReceived(at, { ...own, text: 'On my way' }))
  const send = (conversationId: string) =>
    makeSend({ conversationId, state: 'unconfirmed', text: 'On my way', knownUpTo: 100 })

  it('is one reply and one copy of it, whichever comes first and however often they are read', async () => {
    for (const order of [[[0, 1]], [[0], [1]], [[1], [0]]]) {
      const { db, id, commit } = await makeThread()
      const intent = send(id)
      await db.outbox.add(intent)
      const pair = twice()
      for (const page of order) await commit(page.flatMap((at) => pair[at] ?? []))
      await commit(pair)
      const rows = await db.messages.toArray()
      expect(rows.map((row) => row.own)).toEqual([true, true])
      expect(rows.filter((row) => row.intentId === intent.id)).toHaveLength(1)
      expect(rows.filter((row) => row.copyOf === intent.id)).toHaveLength(1)
      expect(await db.outbox.count()).toBe(0)
    }
  })

  it('is told too where the API’s answer named one of the two', async () => {
    for (const answered of [0, 1]) {
      const { db, id, commit } = await makeThread()
      const intent = { ...send(id), state: 'sending' as const }
      await db.outbox.add(intent)
      const pair = twice()
      await commitSent(db, intent.id, pair[answered] ?? null)
      await commit(pair)
      const keys = (await db.messages.filter((row) => row.copyOf === intent.id).toArray()).map(
        (row) => row.key,
      )
      expect(keys).toEqual([pair[1 - answered]?.key])
    }
  })

  it('is two replies where two of the same text were sent', async () => {
    const { db, id, commit } = await makeThread()
    await db.outbox.bulkAdd([send(id), send(id)])
    await commit(twice())
    expect((await db.messages.toArray()).map((row) => row.copyOf)).toEqual([undefined, undefined])
  })
})

describe('a reply of ours that is found in the thread', () => {
  const send = (conversationId: string) =>
    makeSend({ conversationId, state: 'unconfirmed', text: 'On my way', knownUpTo: 100 })

  it('leaves the outbox as its message is stored, and is ours whatever the wire says', async () => {
    const { db, id, commit } = await makeThread()
    const intent = send(id)
    await db.outbox.add(intent)
    const lying = { text: 'On  my way ', senderProfileId: null, senderName: null, claimedOwn: false }
    expect((await commit([makeReceived(150, lying)])).arrivals).toEqual([])
    expect(await db.outbox.count()).toBe(0)
    await commit([makeReceived(150, lying)])
    expect(await db.messages.toArray()).toMatchObject([{ own: true, intentId: intent.id }])
  })

  it('is not their message of the same words: that is stored as theirs and told, and the reply stays', async () => {
    const { db, id, commit } = await makeThread()
    await db.outbox.add(send(id))
    const byName = { text: 'On my way', senderProfileId: null, claimedOwn: true }
    expect((await commit([makeReceived(150, byName)])).arrivals).toHaveLength(1)
    expect(await db.outbox.count()).toBe(1)
  })

  it('is not an older message of ours that is read only now', async () => {
    const { db, id, commit } = await makeThread()
    await db.outbox.add({ ...send(id), knownUpTo: SKEW_MS + 100 })
    await commit([makeReceived(99, { ...own, text: 'On my way' })])
    expect(await db.outbox.count()).toBe(1)
  })

  it('stays in the outbox, and nothing is stored, where the commit fails at its last step', async () => {
    const { db, id, commit } = await makeThread()
    await db.outbox.add(send(id))
    db.conversations.hook('updating', () => {
      throw new Error('Disk full')
    })
    await expect(commit([makeReceived(150, { ...own, text: 'On my way' })])).rejects.toThrow()
    expect(await db.outbox.count()).toBe(1)
    expect(await db.messages.count()).toBe(0)
    expect(await spansOf(db, id)).toEqual([])
  })
})
