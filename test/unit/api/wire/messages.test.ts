import { describe, expect, it } from 'vitest'
import { fetchOf, makeClient, waiting } from '../support/makeClient.ts'

const OWNER = 'ACoAAB1x7Q4BzVn0mS3kE8pLr2TqYw5uHcJd9aE'
const OTHER = 'ACoAACk4tTUBw0o6QmX1aZfV7uLh2RjNsPbE8yC'
/** Decodes to 1772003412875. */
const KEY = '2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA='
const SENT_AT = 1772003412875
const urn = (key: string, owner = OWNER) => `urn:li:msg_message:(urn:li:fsd_profile:${owner},${key})`
const request = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', count: 50, sync: false }

async function page(body: unknown) {
  const { api, seen } = makeClient('http://x', { fetch: fetchOf(body) })
  return { ...(await api.listMessages(request, waiting)), seen }
}
const only = async (row: unknown) => (await page({ messages: [row] })).messages[0]

describe('a page of messages', () => {
  it('comes sorted by time, then key, whatever its order', async () => {
    const row = (key: string, sentAt: number) => ({ messageUrn: urn(key), text: key, sentAt })
    const { messages } = await page({
      messages: [row('2-b', 1.3e12), row('2-c', 1.2e12), row('2-a', 1.3e12)],
    })
    expect(messages.map((m) => m.key)).toEqual(['2-c', '2-a', '2-b'])
  })

  it('has one of a message that comes with its id and without', async () => {
    const rows = ['Hello! I would like…', urn(KEY), null].map((messageUrn) => ({
      messageUrn,
      text: 'Hi',
      sentAt: SENT_AT,
    }))
    const { messages } = await page({ messages: [...rows, { text: 'Hi', sentAt: SENT_AT + 1000 }] })
    expect(messages.map((m) => m.urn)).toEqual([urn(KEY), null])
  })

  it('has one of each message though two mailboxes hold it', async () => {
    const messages = [urn(KEY), urn(KEY, OTHER)].map((messageUrn) => ({
      messageUrn,
      text: 'Hi',
      sentAt: SENT_AT,
    }))
    expect((await page({ messages })).messages).toHaveLength(1)
  })

  it('loses no message to a placeholder that stands in all of them', async () => {
    const messages = [1, 2, 3].map((n) => ({
      messageId: 'urn:li:thing:123456',
      text: `No ${n}`,
      sentAt: SENT_AT + n,
    }))
    const first = (await page({ messages })).messages
    expect(first.map((m) => m.text)).toEqual(['No 1', 'No 2', 'No 3'])
    expect(first.every((m) => m.key.startsWith('derived-') && m.urn === null)).toBe(true)
    expect((await page({ messages: messages.toReversed() })).messages).toEqual(first)
  })

  it('takes the later text where a key that tells its own time comes with two', async () => {
    const messages = ['Before', 'After'].map((text) => ({ messageUrn: urn(KEY), text, sentAt: SENT_AT }))
    expect((await page({ messages })).messages).toMatchObject([{ key: KEY, text: 'After' }])
  })

  it.each([
    [{ cursor: '1771990000111' }, '1771990000111'],
    [{ cursor: 1771990000111 }, '1771990000111'],
    [{ cursor: '' }, null],
    [{ nextCursor: 'c' }, 'c'],
    [{}, null],
  ])('gives the cursor of %j', async (fields, expected) => {
    expect((await page({ messages: [], ...fields })).cursor).toBe(expected)
  })

  it('reads the people beside the messages', async () => {
    const { participants } = await page({
      data: { messages: [], participants: [{ profileId: OTHER, name: 'Ines' }] },
    })
    expect(participants).toMatchObject([{ profileId: OTHER, name: 'Ines' }])
  })

  it('puts rows aside that have no time or no content, and counts them', async () => {
    const { messages, rejected, seen } = await page({
      messages: [
        { text: 'No time' },
        { messageUrn: 'urn:li:messagingMessage:x', sentAt: 0 },
        { sentAt: SENT_AT },
        7,
        { messageUrn: urn(KEY), text: 'Good' },
      ],
    })
    expect(messages.map((m) => m.text)).toEqual(['Good'])
    expect(rejected).toBe(4)
    expect(seen.rejected.map((r) => r.reason)).toEqual([
      'message without time',
      'message without time',
      'message without key and content',
      'message is not an object',
    ])
    expect(JSON.stringify(seen.rejected)).not.toContain('No time')
  })
})

describe('identity and time of a message', () => {
  it.each([
    [{ messageUrn: urn(KEY) }, urn(KEY)],
    [{ messageId: KEY }, null],
    [
      { backendMessageUrn: `urn:li:messagingMessage:${KEY}`, messageId: KEY },
      `urn:li:messagingMessage:${KEY}`,
    ],
    [{ messageUrn: 'Hello! I would like…', messageId: KEY }, null],
    [{ messageUrn: 'urn:li:example:123456', backendMessageUrn: urn(KEY) }, urn(KEY)],
    [{ id: urn(KEY) }, urn(KEY)],
  ])('%j has the message key', async (ids, expected) => {
    expect(await only({ ...ids, text: 'Hi' })).toMatchObject({ key: KEY, urn: expected, sentAt: SENT_AT })
  })

  it.each([
    [{ sentAt: SENT_AT + 5 }, SENT_AT + 5],
    [{ sentAt: 0 }, SENT_AT],
    [{ sentAt: null, deliveredAt: SENT_AT + 7 }, SENT_AT + 7],
    [{ sentAt: '2026-02-25T07:10:13.000Z' }, 1772003413000],
  ])('%j was sent at %i', async (times, expected) => {
    expect((await only({ messageUrn: urn(KEY), ...times }))?.sentAt).toBe(expected)
  })

  it('derives the same key from the same time, sender and text, and another from anything else', async () => {
    const row = { sentAt: SENT_AT, senderProfileId: OTHER, text: 'Does Thursday work?', id: 1 }
    const keyOf = async (change: object) => (await only({ ...row, ...change }))?.key
    const key = await keyOf({})
    expect(key).toMatch(/^derived-[0-9a-f]{14}$/)
    expect(await keyOf({ text: ' Does  Thursday\nwork? ', senderName: 'Ines', id: 2 })).toBe(key)
    const others = await Promise.all(
      [{ sentAt: SENT_AT + 1 }, { senderProfileId: OWNER }, { text: 'No' }].map(keyOf),
    )
    expect(new Set([key, ...others]).size).toBe(4)
  })
})

describe('content of a message', () => {
  it.each([
    [{ senderProfileId: OTHER, senderName: 'Ines' }, OTHER, 'Ines'],
    [{ senderProfileId: null, senderId: `urn:li:fsd_profile:${OTHER}` }, OTHER, null],
    [
      {
        sender: { profileId: 'ines-c', participantUrn: `urn:li:x:urn:li:fsd_profile:${OTHER}`, name: 'Ines' },
      },
      OTHER,
      'Ines',
    ],
    [{ sender: { firstName: 'Ines', lastName: 'Carvalho' } }, null, 'Ines Carvalho'],
    [{ sender: `urn:li:fsd_profile:${OTHER}` }, OTHER, null],
    [{ senderProfileUrl: 'https://www.linkedin.com/in/ines-c' }, 'ines-c', null],
    [{}, null, null],
  ])('%j is from %s, %s', async (fields, senderProfileId, senderName) => {
    expect(await only({ messageUrn: urn(KEY), ...fields })).toMatchObject({ senderProfileId, senderName })
  })

  it.each([
    [' Keep  my\nspaces ', ' Keep  my\nspaces '],
    [null, ''],
    [undefined, ''],
    ['half \ud83d of a smile', 'half \ufffd of a smile'],
    ['whole 😀', 'whole 😀'],
    [{ text: 'Wrapped' }, 'Wrapped'],
    [42, '42'],
  ])('the text %j is kept as %j', async (text, expected) => {
    expect((await only({ messageUrn: urn(KEY), text }))?.text).toBe(expected)
  })

  it.each([
    [true, true],
    [false, false],
    ['true', true],
    [null, null],
    [undefined, null],
  ])('isSentByOwner %j claims %j', async (isSentByOwner, claimedOwn) => {
    expect(await only({ messageUrn: urn(KEY), isSentByOwner })).toMatchObject({ claimedOwn })
  })
})

describe('attachments', () => {
  const nothing = { name: null, mediaType: null, byteSize: null, url: null }
  it.each<[unknown, unknown]>([
    [null, []],
    [[], []],
    [[{}], [nothing]],
    [[{ type: 'unknown' }, null], [nothing]],
    [
      [
        {
          name: 'a.pdf',
          mediaType: 'application/pdf',
          byteSize: 12,
          url: 'https://www.linkedin.com/dms/prv/a',
        },
      ],
      [
        {
          name: 'a.pdf',
          mediaType: 'application/pdf',
          byteSize: 12,
          url: 'https://www.linkedin.com/dms/prv/a',
        },
      ],
    ],
    [
      {
        file: {
          fileName: 'b.png',
          contentType: 'image/png',
          size: '99',
          reference: { downloadUrl: 'https://media.licdn.com/b' },
        },
      },
      [{ name: 'b.png', mediaType: 'image/png', byteSize: 99, url: 'https://media.licdn.com/b' }],
    ],
    [
      [
        {
          thumbnail: 'https://media.licdn.com/small',
          media: { downloadUrl: 'https://media.licdn.com/large' },
        },
      ],
      [{ ...nothing, url: 'https://media.licdn.com/large' }],
    ],
    [['https://media.licdn.com/plain'], [{ ...nothing, url: 'https://media.licdn.com/plain' }]],
    [
      [{ a: { b: { c: { d: { e: { f: { g: { h: 'https://media.licdn.com/8' } } } } } } } }],
      [{ ...nothing, url: 'https://media.licdn.com/8' }],
    ],
    [[{ a: { b: { c: { d: { e: { f: { g: { h: { i: 'https://media.licdn.com/9' } } } } } } } } }], [nothing]],
    [
      [
        {
          video: {
            thumbnail: { rootUrl: 'https://media.licdn.com/small' },
            progressiveStreams: [
              {
                mediaType: 'video/mp4',
                streamingLocations: [{ url: 'https://www.linkedin.com/dms/prv/vid/a' }],
              },
            ],
          },
        },
      ],
      [{ ...nothing, mediaType: 'video/mp4', url: 'https://www.linkedin.com/dms/prv/vid/a' }],
    ],
    [
      [
        {
          title: 'A post',
          url: 'https://www.linkedin.com/feed/update/urn:li:activity:7',
          preview: 'https://media.licdn.com/p',
        },
      ],
      [{ ...nothing, name: 'A post', url: 'https://media.licdn.com/p' }],
    ],
    [
      [{ url: 'https://www.linkedin.com/feed/update/urn:li:activity:7' }],
      [{ ...nothing, url: 'https://www.linkedin.com/feed/update/urn:li:activity:7' }],
    ],
  ])('%j gives %j', async (attachments, expected) => {
    expect((await only({ messageUrn: urn(KEY), attachments }))?.attachments).toEqual(expected)
  })

  it.each([
    'http://www.linkedin.com/a',
    'https://evil-linkedin.com/a',
    'https://linkedin.com.evil.example/a',
    'https://linkedin.com@evil.example/a',
    'https://user:pass@linkedin.com/a',
    'javascript:alert(1)//linkedin.com',
    'https://',
  ])('never offer %s for download', async (url) => {
    expect(
      (await only({ messageUrn: urn(KEY), attachments: [{ url, name: 'x' }] }))?.attachments[0]?.url,
    ).toBeNull()
  })

  it.each([
    [{ hasAttachment: true, attachments: null }, true],
    [{ hasAttachment: false, attachments: [{}] }, true],
    [{ hasAttachment: false }, false],
    [{}, false],
  ])('are there if either field of %j says so', async (fields, hasAttachment) => {
    expect(await only({ messageUrn: urn(KEY), ...fields })).toMatchObject({ hasAttachment })
  })
})
