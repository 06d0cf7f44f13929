import { describe, expect, it } from 'vitest'
import { background, failureOf, makeClient } from '../support/makeClient.ts'

const ask = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', count: 50, sync: false }
const row = (text: string, sentAt: number) => ({ text, sentAt, senderName: 'Ines' })

/** A client that gets these answers one after the other, and how many it asked for. */
function answering(...bodies: unknown[]) {
  const asked = { times: 0 }
  const fetch = async () => {
    const body = bodies[Math.min(asked.times++, bodies.length - 1)]
    return typeof body === 'number'
      ? new Response('{}', { status: body })
      : new Response(JSON.stringify(body))
  }
  return { ...makeClient('http://x', { fetch }), asked }
}
const texts = (messages: readonly { text: string }[]) => messages.map(({ text }) => text)

describe('a page with rows that nobody can read', () => {
  it('is asked for once more, and what can be read of either answer counts', async () => {
    const { api, seen, asked } = answering(
      { messages: [row('one', 1e12), { text: 'two' }, row('three', 3e11)], cursor: 'c' },
      { messages: [null, row('two', 2e11)], cursor: 'd' },
    )
    const page = await api.listMessages(ask, background)
    expect(texts(page.messages)).toEqual(['two', 'three', 'one'])
    expect(page).toMatchObject({ cursor: 'c', rejected: 1 })
    expect(seen.rejected).toHaveLength(1)
    expect(asked.times).toBe(2)
  })

  it('is asked for no third time, and a row that stays bad is noted once', async () => {
    const { api, seen, asked } = answering({ conversations: [null, { conversationId: '2-a' }] })
    const page = await api.listConversations(ask, background)
    expect(page.conversations.map(({ key }) => key)).toEqual(['2-a'])
    expect(page.rejected).toBe(1)
    expect(seen.rejected).toHaveLength(1)
    expect(asked.times).toBe(2)
  })

  it('counts as it is where the second answer fails', async () => {
    const { api } = answering({ messages: [null, row('one', 1e12)] }, 502)
    const page = await api.listMessages(ask, background)
    expect(texts(page.messages)).toEqual(['one'])
    expect(page.rejected).toBe(1)
  })

  it('is asked for once where all is well, and fails where the first answer does', async () => {
    const well = answering({ messages: [row('one', 1e12)], hasMore: false })
    await well.api.listMessages(ask, background)
    expect(well.asked.times).toBe(1)
    const ill = answering(502, { messages: [] })
    expect(await failureOf(ill.api.listMessages(ask, background))).toMatchObject({ kind: 'server' })
  })
})

describe('a page that says there is more and not where', () => {
  it('is asked for once more, so that its end is not taken for the beginning', async () => {
    const { api } = answering(
      { messages: [row('one', 1e12)], hasMore: true, cursor: { at: 1 } },
      { messages: [row('one', 1e12)], hasMore: true, cursor: 'below' },
    )
    expect(await api.listMessages(ask, background)).toMatchObject({ cursor: 'below', hasMore: true })
    const list = answering(
      { conversations: [{ conversationId: '2-a' }], hasMore: true, nextCursor: [] },
      { conversations: [{ conversationId: '2-a' }], hasMore: true, nextCursor: 'next' },
    )
    expect(await list.api.listConversations(ask, background)).toMatchObject({ nextCursor: 'next' })
  })

  it('is asked for once where it reaches down to known ground', async () => {
    const old = { conversationId: '2-b', lastActivityAt: 1e12 }
    const { api, asked } = answering({ conversations: [{ conversationId: '2-a' }, old], hasMore: true })
    const request = { accountId: 'a1', count: 20, ground: 1e12 + 1 }
    expect(await api.listConversations(request, background)).toMatchObject({ nextCursor: null })
    expect(asked.times).toBe(1)
    await api.listConversations({ ...request, ground: 1e12 }, background)
    expect(asked.times).toBe(3)
  })

  it('is the last one where it says so again', async () => {
    const { api, asked } = answering({ messages: [row('one', 1e12)], hasMore: true })
    expect(await api.listMessages(ask, background)).toMatchObject({ cursor: null })
    expect(asked.times).toBe(2)
  })
})
