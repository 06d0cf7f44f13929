import { describe, expect, it } from 'vitest'
import { background, fetchOf, makeClient } from '../support/makeClient.ts'

const OWNER = 'ACoAAB1x7Q4BzVn0mS3kE8pLr2TqYw5uHcJd9aE'
const KEY = '2-M2YyYjhjMTQtOWQ3ZS00YTUxLWI2YzAtNWUxZjdhOTJkMzQ4XzEwMA=='
const URN = `urn:li:msg_conversation:(urn:li:fsd_profile:${OWNER},${KEY})`
const BACKEND = `urn:li:messagingThread:${KEY}`
const SALES_KEY = '2-YzA3ZDQxYWE='

async function list(body: unknown) {
  const { api, seen } = makeClient('http://x', { fetch: fetchOf(body) })
  const answer = await api.listConversations({ accountId: 'a1', count: 20 }, background)
  return { ...answer, rows: answer.conversations, seen }
}
const only = async (row: unknown) => (await list({ conversations: [row] })).rows[0]

describe('the envelope', () => {
  const row = { conversationUrn: URN }
  it.each([
    [[row]],
    [{ conversations: [row] }],
    [{ success: true, data: [row] }],
    [{ data: { conversations: [row], nextCursor: 'c1' } }],
    [{ success: true, data: { data: { conversations: [row] } } }],
  ])('is opened: %j', async (body) => {
    expect((await list(body)).rows.map((c) => c.key)).toEqual([KEY])
  })

  it('takes a null list for an empty one', async () => {
    expect((await list({ success: true, conversations: null })).rows).toEqual([])
  })

  it.each([
    ['linkedin:xqS2pdVm ==', 'linkedin:xqS2pdVm =='],
    [1771990000111, '1771990000111'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('gives the cursor %j verbatim as %j', async (nextCursor, expected) => {
    expect((await list({ conversations: [], nextCursor, hasMore: 'true' })).nextCursor).toBe(expected)
  })

  it('tells hasMore only where the answer does', async () => {
    expect((await list({ conversations: [], hasMore: false })).hasMore).toBe(false)
    expect((await list({ conversations: [] })).hasMore).toBeNull()
  })

  it('tells the server’s clock', async () => {
    const headers = { Date: 'Wed, 25 Feb 2026 07:10:12 GMT' }
    const { api } = makeClient('http://x', { fetch: fetchOf([], { headers }) })
    const answer = await api.listConversations({ accountId: 'a1', count: 20 }, background)
    expect(answer.serverNow).toBe(1772003412000)
  })
})

describe('identity of a conversation', () => {
  it.each([
    [{ conversationUrn: URN, conversationId: KEY }, URN],
    [{ conversationId: URN }, URN],
    [{ conversationId: BACKEND }, BACKEND],
    [{ conversationUrn: BACKEND, conversationId: URN }, URN],
    [{ backendConversationUrn: BACKEND }, BACKEND],
    [{ conversationId: KEY }, BACKEND],
    [{ conversationUrl: `https://www.linkedin.com/messaging/thread/${encodeURIComponent(KEY)}/` }, BACKEND],
  ])('%j has the thread key, and %s to call with', async (row, urn) => {
    expect(await only(row)).toMatchObject({ key: KEY, urn, channel: 'inbox', salesNavThreadId: null })
  })

  it('builds the URN of a bare key with the owner that other rows of the page tell', async () => {
    const { rows } = await list([{ conversationId: KEY }, { conversationUrn: URN.replace(KEY, '2-b') }])
    expect(rows[0]).toMatchObject({ urn: URN, ownerProfileId: OWNER })
  })

  it.each([
    { conversationUrn: `urn:li:salesNav_thread:${SALES_KEY}` },
    { conversationId: SALES_KEY, source: 'sales_navigator' },
    { conversationId: SALES_KEY, salesNavThreadId: SALES_KEY },
    { salesNavThreadId: `urn:li:salesNav_thread:${SALES_KEY}` },
  ])('%j is a Sales Navigator thread', async (row) => {
    expect(await only(row)).toMatchObject({
      key: SALES_KEY,
      urn: `urn:li:salesNav_thread:${SALES_KEY}`,
      channel: 'salesNav',
      salesNavThreadId: SALES_KEY,
      ownerProfileId: null,
    })
  })

  it.each(['a:b,c(d)', '2-YzA3ZDQxYWE='])(
    'gives the Sales Navigator id %s back as it came, for nobody says what it looks like',
    async (id) => {
      for (const row of [{ salesNavThreadId: id }, { conversationUrn: `urn:li:salesNav_thread:${id}` }]) {
        const urn = `urn:li:salesNav_thread:${id}`
        expect(await only(row)).toMatchObject({ key: id, salesNavThreadId: id, urn })
      }
    },
  )

  it('takes a Sales Navigator id that is a number', async () => {
    const row = { source: 'sales_navigator', conversationId: 7012345, salesNavThreadId: 7012345 }
    const urn = 'urn:li:salesNav_thread:7012345'
    expect(await only(row)).toMatchObject({ key: '7012345', salesNavThreadId: '7012345', urn })
  })

  it('calls a Sales Navigator thread by its own URN whatever else the row names', async () => {
    const row = { conversationUrn: BACKEND, conversationId: URN, salesNavThreadId: SALES_KEY }
    expect((await only(row))?.urn).toBe(`urn:li:salesNav_thread:${SALES_KEY}`)
  })

  it('keeps the newer of two rows of one thread', async () => {
    const { rows } = await list([
      { conversationUrn: URN, lastActivityAt: 1772000000000 },
      { conversationId: BACKEND, lastActivityAt: 1772000000001 },
    ])
    expect(rows).toMatchObject([{ lastActivityAt: 1772000000001 }])
  })

  it.each([
    [{ participants: [] }, 'conversation without thread key'],
    [
      { conversationUrn: 'Hello! I would like to talk', conversationId: '' },
      'conversation without thread key',
    ],
    [{ conversationUrn: 'urn:li:example:123456' }, 'conversation without thread key'],
    [{ conversationUrn: 7, conversationId: {} }, 'conversation without thread key'],
    [{ conversationUrn: 'string', conversationId: 'null' }, 'conversation without thread key'],
    ['row', 'conversation is not an object'],
    [null, 'conversation is not an object'],
  ])('%j is put aside with a reason that holds nothing of it', async (row, reason) => {
    const { rows, rejected, seen } = await list([row, { conversationUrn: URN }])
    expect(rows).toHaveLength(1)
    expect(rejected).toBe(1)
    expect(seen.rejected).toEqual([
      { at: expect.any(Number), accountId: 'a1', route: '/conversations', reason },
    ])
  })
})

describe('fields of a conversation', () => {
  it.each([
    ['2026-02-25T07:10:12.875Z', 1772003412875],
    [1772003412875, 1772003412875],
    ['1772003412875', 1772003412875],
    [1772003412, 1772003412000],
    ['2026-02-25 07:10:12.875+00:00', 1772003412875],
    ['string', null],
    [null, null],
    [{}, null],
  ])('lastActivityAt %j is %j', async (lastActivityAt, expected) => {
    expect((await only({ conversationUrn: URN, lastActivityAt }))?.lastActivityAt).toBe(expected)
  })

  it.each([
    [{ sentAt: 1772003412875 }],
    [{ messageUrn: 'urn:li:msg_message:(urn:li:fsd_profile:X,2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA=)' }],
    [{ sentAt: 0, backendMessageUrn: 'urn:li:messagingMessage:2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA=' }],
  ])('lastActivityAt is else that of the newest message %j', async (latestMessage) => {
    const row = await only({ conversationUrn: URN, lastActivityAt: '<date>', latestMessage })
    expect(row?.lastActivityAt).toBe(1772003412875)
  })

  it.each([
    [{ unreadCount: 2 }, 2],
    [{ unreadCount: '3' }, 3],
    [{ unreadCount: -1 }, 0],
    [{ unreadCount: 1.9 }, 1],
    [{ unreadCount: null }, null],
    [{ unreadCount: 'many' }, null],
    [{}, null],
    [{ unreadCount: true }, 1],
    [{ unreadCount: false }, 0],
    [{ isRead: false }, 1],
    [{ isRead: true }, 0],
    [{ unreadCount: 4, isRead: true }, 4],
  ])('%j is %s unread', async (fields, expected) => {
    expect((await only({ conversationUrn: URN, ...fields }))?.unreadCount).toBe(expected)
  })

  it('reads people in every spelling and leaves out who is nobody', async () => {
    const row = await only({
      conversationUrn: URN,
      participants: [
        { profileId: OWNER, name: 'Ines Carvalho', headline: 'Head of Data', profilePicture: 'https://p/1' },
        {
          profileId: 'ines-c',
          hostIdentityUrn: `urn:li:fsd_profile:${OWNER}`,
          firstName: 'Ines',
          lastName: 'C',
        },
        { participantUrn: `urn:li:msg_messagingParticipant:urn:li:fsd_profile:${OWNER}` },
        { profileUrl: 'https://www.linkedin.com/in/teo-marsh/', name: ' ' },
        { name: 'Teo Marsh', headline: null, profilePicture: null },
        'Mara Lindqvist',
        {},
        null,
        7,
      ],
    })
    expect(row?.participants.map((p) => [p.profileId, p.name])).toEqual([
      [OWNER, 'Ines Carvalho'],
      [OWNER, 'Ines C'],
      [OWNER, null],
      ['teo-marsh', null],
      [null, 'Teo Marsh'],
      [null, 'Mara Lindqvist'],
    ])
    expect(row?.participants[0]).toMatchObject({
      headline: 'Head of Data',
      picture: 'https://p/1',
      profileUrl: null,
    })
  })

  it.each([null, {}, [], 'text', { text: '', sentAt: 0 }])(
    'says nothing of the newest message for %j',
    async (latestMessage) => {
      expect(await only({ conversationUrn: URN, latestMessage })).toMatchObject({ latest: null })
    },
  )

  it('reads the newest message', async () => {
    const latestMessage = {
      text: 'Thursday\ud83d?',
      sentAt: '1772003412875',
      senderName: 'Ines',
      hasAttachment: true,
    }
    expect((await only({ conversationUrn: URN, latestMessage }))?.latest).toEqual({
      text: 'Thursday\ufffd?',
      sentAt: 1772003412875,
      senderName: 'Ines',
      hasAttachment: true,
    })
  })
})
