import { describe, expect, it } from 'vitest'
import { fetchOf, makeClient, send, waiting } from '../support/makeClient.ts'

const NOW = Date.parse('2026-03-02T09:00:00.000Z')
const DAY = 24 * 60 * 60_000
/** Decodes to 1772003412875, some days before. */
const KEY = '2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA='
const URN = `urn:li:msg_message:(urn:li:fsd_profile:ACoAAx,${KEY})`
const FUTURE = [8.64e15, NOW + 2 * DAY, '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00.000Z']

async function only(row: unknown, headers: Record<string, string> = { Date: new Date(NOW).toUTCString() }) {
  const { api } = makeClient('http://x', { fetch: fetchOf({ messages: [row] }, { headers }), now: () => NOW })
  const request = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', count: 50, sync: false }
  const { messages, rejected } = await api.listMessages(request, waiting)
  return { sentAt: messages[0]?.sentAt, rejected }
}

describe('a message that claims to come from the future', () => {
  it.each(FUTURE)('has the time its key tells instead of %j', async (sentAt) => {
    expect(await only({ messageUrn: URN, text: 'Hi', sentAt })).toEqual({
      sentAt: 1772003412875,
      rejected: 0,
    })
  })

  it.each(FUTURE)('is put aside where nothing else tells its time than %j', async (sentAt) => {
    expect(await only({ text: 'Hi', sentAt })).toEqual({ sentAt: undefined, rejected: 1 })
  })

  it('is believed within what clocks are apart, by whichever clock is ahead', async () => {
    const row = (sentAt: number) => ({ text: 'Hi', sentAt })
    const behind = { Date: new Date(NOW - DAY).toUTCString() }
    const ahead = { Date: new Date(NOW + 3 * DAY).toUTCString() }
    expect((await only(row(NOW + 60_000))).sentAt).toBe(NOW + 60_000)
    expect((await only(row(NOW), behind)).sentAt).toBe(NOW)
    expect((await only(row(NOW + 3 * DAY), ahead)).sentAt).toBe(NOW + 3 * DAY)
  })

  it('is believed a day ahead of our clock where the answer has none of its own', async () => {
    expect((await only({ text: 'Hi', sentAt: NOW + DAY }, {})).sentAt).toBe(NOW + DAY)
    expect((await only({ text: 'Hi', sentAt: NOW + 2 * DAY }, {})).rejected).toBe(1)
  })

  it('is not what a send is echoed as', async () => {
    const body = {
      success: true,
      sentMessage: { messageUrn: 'urn:li:messagingMessage:abc', sentAt: 8.64e15 },
    }
    const { api } = makeClient('http://x', { fetch: fetchOf(body), now: () => NOW })
    const request = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', message: 'Hi' }
    expect((await api.sendReply(request, send)).message?.sentAt).toBe(NOW)
  })
})
