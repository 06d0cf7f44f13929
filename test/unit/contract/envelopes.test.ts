import { describe, expect, test } from 'vitest'
import { createApi } from '../../../lib/api/createApi.ts'
import { failureOf, makeClient, makeDeps, send, waiting } from '../api/support/makeClient.ts'
import { serve, serveJson } from '../api/support/serve.ts'
import { DIALECTS, expectTheWorld, inEachDialect, makeInbox, readAll, threadOf } from './support.ts'

// Contradictions about what surrounds the content (contract 8): 21, 22, 25, 26, 31.

test.each(
  inEachDialect(
    { envelope: 'plain', success: 'given' },
    { envelope: 'plain', success: 'absent' },
    { envelope: 'data', success: 'given' },
    { envelope: 'data', success: 'absent' },
  ),
)('8.21 envelope: $said in the $dialect dialect holds the same', async ({ dialect, wire }) => {
  const harness = await readAll(await makeInbox({ dialect, wire }))
  await expectTheWorld(harness)
  const { key } = threadOf(harness)
  const row = await harness.conversation(key)
  await harness.reply(row.id, 'Through any envelope')
  await harness.pull()
  expect(await harness.shown(row.id, 'Through any envelope')).toBe(1)
  expect(harness.sandbox.deliveries(key)).toHaveLength(1)
})

test.each(DIALECTS)(
  '8.21 envelope: success:false is a failure even with 200 (%s dialect)',
  async (dialect) => {
    const harness = await readAll(await makeInbox({ dialect }))
    const row = await harness.conversation(threadOf(harness).key)
    harness.sandbox.fault({ route: 'POST /conversations/send', effect: { successFalse: 'No seat left' } })
    await harness.reply(row.id, 'Refused')
    const [intent] = await harness.db.outbox.toArray()
    expect(intent).toMatchObject({ state: 'failed', error: { kind: 'refused' } })
    expect(intent?.error?.text).toContain('No seat left')
  },
)

describe('8.22 truncated answer', () => {
  test.each(DIALECTS)(
    '8.22 truncated answer: fewer rows are asked for until the answer is whole (%s dialect)',
    async (dialect) => {
      const harness = await makeInbox({ dialect, conversations: 30, messagesPerConversation: 30 })
      harness.sandbox.fault({ times: 'always', effect: { cutAbove: 8 } })
      await readAll(harness)
      const fetched = await harness.db.conversations.count()
      expect(fetched).toBe(30)
      const newest = threadOf(harness)
      const { id } = await harness.conversation(newest.key)
      expect((await harness.textsOf(id)).at(-1)).toBe(newest.thread.at(0)?.text)
      expect((await harness.db.accounts.toArray()).map((account) => account.health.state)).toEqual([
        'upToDate',
        'upToDate',
      ])
    },
  )

  test('8.22 truncated answer: one that is cut at a single row is given up', async () => {
    const { baseUrl, received } = await serveJson({ _truncated: true, preview: '{"conversations":[' })
    const { api } = makeClient(baseUrl)
    const error = await failureOf(api.listConversations({ accountId: 'a1', count: 100 }, waiting))
    expect(error.kind).toBe('badResponse')
    const counts = received.map(({ url }) => Number(new URL(url, baseUrl).searchParams.get('count')))
    expect(counts.at(-1)).toBe(1)
    expect(counts.length).toBeLessThan(6)
  })

  test('8.22 truncated answer: a send that is answered so is not repeated', async () => {
    const { baseUrl, received } = await serveJson({ _truncated: true, preview: '{"success":' })
    const reply = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', message: 'Once' }
    const error = await failureOf(makeClient(baseUrl).api.sendReply(reply, send))
    expect(error).toMatchObject({ kind: 'badResponse', notDelivered: false })
    expect(received).toHaveLength(1)
  })
})

describe('8.25 redirects', () => {
  test.each(DIALECTS)(
    '8.25 redirects: an answer that points elsewhere is not followed (%s dialect)',
    async (dialect) => {
      const elsewhere = await serveJson({ conversations: [], messages: [] })
      const harness = await makeInbox({ dialect })
      await harness.connected()
      const effect = { status: 307, body: '', headers: { Location: `${elsewhere.baseUrl}/conversations` } }
      harness.sandbox.fault({ route: 'GET /conversations', times: 'always', effect })
      await harness.pull()
      expect(elsewhere.received).toEqual([])
      expect(await harness.db.conversations.count()).toBe(12)
      harness.sandbox.clearFaults()
      harness.clock.ahead = 120_000
      await harness.pull()
      expect((await harness.db.accounts.toArray())[0]?.health.state).toBe('upToDate')
    },
  )

  test('8.25 redirects: the old reads are never called', async () => {
    const harness = await readAll(await makeInbox())
    const row = await harness.conversation(threadOf(harness).key)
    await harness.reply(row.id, 'Hello')
    const paths = harness.sandbox.requests().map((request) => request.path)
    expect(
      paths.filter((path) => /recent-messages|conversation-details|messaging\/send|\/message$/.test(path)),
    ).toEqual([])
  })
})

test.each(['/linkedin', '/api/linkedin', '', '/linkedin/'])(
  '8.26 base path: every call goes below %j when that is the base',
  async (base) => {
    const { baseUrl, received } = await serve((response) => {
      response.writeHead(200).end('{"success":true,"conversations":[],"accounts":[]}')
    })
    const api = createApi(makeDeps(baseUrl.replace(/\/linkedin$/, base)).deps)
    await api.listAccounts(waiting)
    await api.listConversations({ accountId: 'a1', count: 20 }, waiting)
    const folder = base.replace(/\/$/, '')
    expect(received.map(({ url }) => url)).toEqual([
      `${folder}/accounts`,
      `${folder}/conversations?accountId=a1&count=20`,
    ])
  },
)

test.each(inEachDialect({ extras: 'some' }))(
  '8.31 real shapes drift: fields nobody documented cost nothing ($dialect dialect)',
  async ({ dialect, wire }) => {
    await expectTheWorld(await readAll(await makeInbox({ dialect, wire })))
  },
)

test.each(DIALECTS)(
  '8.31 real shapes drift: rows that are not rows are counted, and cost none of the others (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect })
    harness.sandbox.fault({ times: 'always', effect: { badRow: true } })
    await readAll(harness)
    expect(harness.rejected.length).toBeGreaterThan(0)
    harness.rejected.length = 0
    await expectTheWorld(harness)
  },
)

test('8.31 real shapes drift: a row needs nothing but its id, a message nothing but its URN', async () => {
  const key = '2-MTc3MjAwMzQxMjg3NWIxMDM4Mi0xMDA='
  const { baseUrl } = await serveJson({
    conversations: [{ conversationId: '2-thread' }],
    messages: [{ messageUrn: `urn:li:messagingMessage:${key}` }],
  })
  const { api, seen } = makeClient(baseUrl)
  const list = await api.listConversations({ accountId: 'a1', count: 20 }, waiting)
  expect(list.conversations).toMatchObject([{ key: '2-thread', lastActivityAt: null, unreadCount: null }])
  const request = {
    accountId: 'a1',
    conversationUrn: 'urn:li:messagingThread:2-thread',
    count: 20,
    sync: false,
  }
  const { messages } = await api.listMessages(request, waiting)
  expect(messages).toMatchObject([{ key, sentAt: 1772003412875, text: '', claimedOwn: null }])
  expect(seen.rejected).toEqual([])
})
