import { describe, expect, it } from 'vitest'
import { fetchOf, makeClient, send } from '../support/makeClient.ts'

const OWNER = 'ACoAAB1x7Q4BzVn0mS3kE8pLr2TqYw5uHcJd9aE'
const KEY = '2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA='
const SENT_AT = 1772003412875
const URN = `urn:li:msg_message:(urn:li:fsd_profile:${OWNER},${KEY})`
const conversationUrn = `urn:li:msg_conversation:(urn:li:fsd_profile:${OWNER},2-x)`
const STATUS = 'Message sent successfully'

async function reply(body: unknown, headers: Record<string, string> = {}) {
  const { api } = makeClient('http://x', { fetch: fetchOf(body, { headers }), now: () => 1772000000000 })
  return (await api.sendReply({ accountId: 'a1', conversationUrn, message: 'Thursday it is.' }, send)).message
}

describe('the echo of a send', () => {
  it('is read like any message, and is ours whatever it claims', async () => {
    const sentMessage = {
      messageUrn: URN,
      text: 'Thursday it is!',
      sentAt: SENT_AT + 1,
      isSentByOwner: false,
    }
    expect(await reply({ success: true, message: STATUS, sentMessage })).toEqual({
      urn: URN,
      key: KEY,
      text: 'Thursday it is!',
      sentAt: SENT_AT + 1,
      senderProfileId: OWNER,
      senderName: null,
      claimedOwn: true,
      attachments: [],
      hasAttachment: false,
    })
  })

  it.each([
    { success: true, message: STATUS, messageId: KEY },
    { success: true, message: STATUS, sentMessage: {}, messageUrn: URN },
    { success: true, message: STATUS, sentMessage: null, messageId: URN },
    { success: true, message: STATUS, sentMessage: { messageUrn: URN, text: '', sentAt: 0 } },
    { success: true, message: STATUS, sentMessage: { messageUrn: 'Hello! I would…' }, messageId: KEY },
    { data: { success: true, message: STATUS, sentMessage: { messageId: KEY } } },
  ])('is filled up from the key and the sent text, never from the status sentence: %j', async (body) => {
    expect(await reply(body)).toMatchObject({ key: KEY, text: 'Thursday it is.', sentAt: SENT_AT })
  })

  it('has the server’s time where nothing tells when it was sent, else ours', async () => {
    const body = { success: true, messageUrn: 'urn:li:messagingMessage:opaque' }
    expect((await reply(body))?.sentAt).toBe(1772000000000)
    expect((await reply(body, { Date: 'Wed, 25 Feb 2026 07:10:12 GMT' }))?.sentAt).toBe(1772003412000)
  })

  it.each([
    { success: true, message: 'Thursday it is.' },
    { success: true, sentMessage: {} },
    { success: true, sentMessage: { text: 'Thursday it is.', sentAt: SENT_AT } },
    { success: true, sentMessage: { messageUrn: 'Hello! I would like…', sentAt: SENT_AT } },
    { success: true, messageId: 'msg_17' },
    { success: true, sentMessage: 'yes', threadId: '2-x', conversationId: '2-x' },
    { data: { success: 'true' }, error: null },
  ])('is null where no message key is told: %j', async (body) => {
    expect(await reply(body)).toBeNull()
  })

  it.each([{}, { status: 'queued' }, { success: true, error: 'LinkedIn refused it' }])(
    'leaves in doubt whether it was sent where the answer does: %j',
    async (body) => {
      await expect(reply(body)).rejects.toMatchObject({ kind: 'badResponse', notDelivered: false })
    },
  )

  it('is believed where it names the message, though success is not told', async () => {
    expect(await reply({ sentMessage: { messageUrn: URN } })).toMatchObject({ key: KEY })
  })

  it('of Sales Navigator has its key in messageId', async () => {
    const body = { success: true, message: STATUS, threadId: '2-t', messageId: KEY, accountId: 'a1' }
    const { api } = makeClient('http://x', { fetch: fetchOf(body) })
    const { message } = await api.sendSalesNavReply({ accountId: 'a1', threadId: '2-t', body: 'Hello' }, send)
    expect(message).toMatchObject({ key: KEY, urn: null, text: 'Hello', sentAt: SENT_AT, claimedOwn: true })
  })
})
