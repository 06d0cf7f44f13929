import { describe, expect, test } from 'vitest'
import { markRead, markUnread, setStarred } from '../../../lib/store/intents/marks.ts'
import { sendsOf } from '../../../lib/store/queries/thread.ts'
import type { Harness } from '../harness.ts'
import { DIALECTS, inEachDialect, makeInbox, readAll, threadOf } from './support.ts'

// Contradictions about sending and marking (contract 8): 10, 11, 16, 23, 24.

/** Bubbles with this text, whether already a message or still a reply on its way. */
async function bubbles(harness: Harness, conversationId: string, text: string): Promise<number> {
  const sends = (await sendsOf(harness.db, conversationId)).filter((send) => send.text === text)
  return (await harness.shown(conversationId, text)) + sends.length
}

test.each(
  inEachDialect(
    { sendStatus: 'sentence', echo: 'full' },
    { sendStatus: 'text' },
    { sendStatus: 'sentence', echo: 'empty' },
  ),
)(
  '8.10 send message in the response: $said in the $dialect dialect is never shown as the message',
  async ({ dialect, wire }) => {
    const harness = await readAll(await makeInbox({ dialect, wire }))
    const { id, key } = await harness.conversation(threadOf(harness).key)
    await harness.reply(id, 'Thursday  it is')
    await harness.pull()
    expect(await bubbles(harness, id, 'Thursday  it is')).toBe(1)
    expect(await harness.shown(id, 'Message sent successfully')).toBe(0)
    expect((await harness.conversation(key)).preview).toMatchObject({ text: 'Thursday  it is', own: true })
  },
)

describe('8.11 send ids', () => {
  test.each(
    inEachDialect(
      { echo: 'full' },
      { echo: 'empty' },
      { echo: 'null' },
      { echo: 'messageId' },
      { echo: 'opaqueId' },
      { echo: 'threadOnly' },
    ).flatMap((run) => (['inbox', 'salesNav'] as const).map((channel) => ({ ...run, channel }))),
  )(
    '8.11 send ids: $said in the $dialect dialect, one bubble and one delivery in $channel',
    async ({ dialect, wire, channel }) => {
      const harness = await readAll(await makeInbox({ dialect, wire, conversations: 24 }))
      const thread = threadOf(harness, channel)
      const { id } = await harness.conversation(thread.key)
      await harness.reply(id, 'Same words')
      expect(await bubbles(harness, id, 'Same words')).toBe(1)
      await harness.reply(id, 'Same words')
      expect(await bubbles(harness, id, 'Same words')).toBe(2)
      await harness.pull()
      expect(await harness.shown(id, 'Same words')).toBe(2)
      expect(await harness.db.outbox.toArray()).toEqual([])
      expect(harness.sandbox.deliveries(thread.key)).toHaveLength(2)
      expect(harness.arrivals).toEqual([])
    },
  )
})

test.each(DIALECTS)(
  '8.16 accountId place: query for reads, body for posts, nowhere for the patches (%s dialect)',
  async (dialect) => {
    const harness = await readAll(await makeInbox({ dialect, conversations: 24, unread: 12 }))
    for (const channel of ['inbox', 'salesNav'] as const) {
      const { id } = await harness.conversation(threadOf(harness, channel).key)
      await markRead(harness.db, id, harness.now(), 'always')
      await setStarred(harness.db, id, true, harness.now())
      await harness.reply(id, 'Hello')
      await markUnread(harness.db, id, harness.now())
      await harness.outbox.drain()
    }
    const [account] = await harness.db.accounts.toArray()
    await harness.sync.api.syncStatus({ accountId: account?.id ?? '' }, { lane: 'waiting' })
    await harness.sync.api.startFullSync({ accountId: account?.id ?? '' }, { lane: 'waiting' })
    const places = new Set<string>()
    for (const { route, query, body, accountId } of harness.sandbox.requests()) {
      const inBody = typeof body === 'object' && body !== null && 'accountId' in body
      places.add(`${route}: ${query.accountId ? 'query' : inBody ? 'body' : 'nowhere'}`)
      if (route !== 'GET /accounts') expect(accountId).toBeDefined()
    }
    expect([...places].sort()).toEqual([
      // In the path.
      'GET /account/:id/status: nowhere',
      'GET /accounts: nowhere',
      'GET /conversations/:urn/messages: query',
      'GET /conversations/sync/status: query',
      'GET /conversations: query',
      'PATCH /conversations/:urn/mark-unread: nowhere',
      'PATCH /conversations/:urn/star: nowhere',
      'POST /conversations/send: body',
      'POST /conversations/sync: body',
      'POST /messaging/mark-seen: body',
      'POST /sales-nav/mark-read: body',
      'POST /sales-nav/send: body',
    ])
  },
)

test.each(DIALECTS)(
  '8.23 Sales Nav send: goes to its own endpoint as `body`, any other to the inbox as `message` (%s dialect)',
  async (dialect) => {
    const harness = await readAll(await makeInbox({ dialect, conversations: 24 }))
    const sales = await harness.conversation(threadOf(harness, 'salesNav').key)
    const inbox = await harness.conversation(threadOf(harness).key)
    await harness.reply(sales.id, 'To the lead')
    await harness.reply(inbox.id, 'To the friend')
    expect(
      harness.sandbox.requests({ route: 'POST /sales-nav/send' }).map((request) => request.body),
    ).toEqual([{ accountId: sales.accountId, threadId: sales.key, body: 'To the lead' }])
    expect(
      harness.sandbox.requests({ route: 'POST /conversations/send' }).map((request) => request.body),
    ).toEqual([
      {
        accountId: inbox.accountId,
        conversationUrn: inbox.urn,
        message: 'To the friend',
        messagingChannel: 'linkedin_inbox',
      },
    ])
  },
)

test.each(DIALECTS.flatMap((dialect) => [404, 410].map((status) => ({ dialect, status }))))(
  '8.24 deprecated but irreplaceable: where marking seen answers $status, reading stays true here ($dialect dialect)',
  async ({ dialect, status }) => {
    const harness = await readAll(await makeInbox({ dialect, unread: 12 }))
    const row = await harness.conversation(threadOf(harness).key)
    harness.sandbox.fault({ route: 'POST /messaging/mark-seen', times: 'always', effect: { status } })
    await markRead(harness.db, row.id, harness.now(), 'always')
    await harness.outbox.drain()
    expect(harness.sandbox.requests({ route: 'POST /messaging/mark-seen' })).toHaveLength(1)
    expect(await harness.db.outbox.toArray()).toEqual([])
    await harness.pull()
    expect((await harness.conversation(row.key)).unread).toBe(0)
  },
)
