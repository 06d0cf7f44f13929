import { describe, expect, it } from 'vitest'
import { derivedKey } from '../../../lib/domain/derivedKey.ts'
import type { ReceivedMessage } from '../../../lib/domain/message.ts'
import { makeReceived } from '../../fixtures/makeReceived.ts'
import { makeSend } from '../../fixtures/makeSend.ts'
import { countWrites } from '../../fixtures/openDatabase.ts'
import { makeThread } from './makeThread.ts'

/** The message as it comes without its id. */
function nameless(message: ReceivedMessage): ReceivedMessage {
  return { ...message, urn: null, key: derivedKey(message) }
}

const MESSAGE = makeReceived(200, { text: 'Does  Thursday work?' })
const PAGE = [makeReceived(100), MESSAGE, makeReceived(300)]

describe('a message that comes with its id and without', () => {
  it('is one row, under its id as soon as that is known, and told once', async () => {
    const { db, commit } = await makeThread()
    const first = await commit(PAGE.map(nameless))
    expect(first).toMatchObject({ added: 3 })
    const told = first.arrivals.length
    expect(await commit(PAGE)).toMatchObject({ added: 0, arrivals: [] })
    expect(told).toBe(3)
    const rows = await db.messages.orderBy('sentAt').toArray()
    expect(rows.map(({ key, urn }) => ({ key, urn }))).toEqual(PAGE.map(({ key, urn }) => ({ key, urn })))
  })

  it('keeps its id when it comes without it later, and that is no write', async () => {
    const { db, commit } = await makeThread()
    await commit(PAGE)
    const writes = countWrites(db)
    expect(await commit(PAGE.map(nameless))).toMatchObject({ added: 0, arrivals: [] })
    expect(writes()).toBe(0)
  })

  it('is one row though it came without its sender too', async () => {
    const { db, commit } = await makeThread()
    await commit([nameless(MESSAGE)])
    await commit([nameless({ ...MESSAGE, senderProfileId: null, senderName: null })])
    expect(await db.messages.count()).toBe(1)
  })

  it('stays the bubble of the reply it came from', async () => {
    const { db, commit, id } = await makeThread()
    const own = { senderProfileId: 'ACoAAowner', senderName: 'Mira Holm', text: 'On my way' }
    await db.outbox.add(makeSend({ conversationId: id, state: 'sent', text: own.text, knownUpTo: 0 }))
    await commit([nameless(makeReceived(400, own))])
    const intentId = (await db.messages.toArray())[0]?.intentId
    expect(intentId).toBeDefined()
    await commit([makeReceived(400, own)])
    expect(await db.messages.toArray()).toMatchObject([{ key: makeReceived(400).key, own: true, intentId }])
  })

  it('is another one than what was said at another time, or otherwise', async () => {
    const { db, commit } = await makeThread()
    await commit([MESSAGE])
    await commit([nameless({ ...MESSAGE, text: 'Or Friday?' }), nameless({ ...MESSAGE, sentAt: 201 })])
    expect(await db.messages.count()).toBe(3)
  })
})
