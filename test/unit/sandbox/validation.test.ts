import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox'
import type { ViolationKind } from '../../sandbox/server/recorder'
import { call, encoded, firstOf, json, list, messages, salesNavOf, send, started } from './client'

type Mistake = (sandbox: Sandbox) => Promise<Response>

const seen = (s: Sandbox, body: unknown, headers?: Record<string, string>) =>
  call(s, 'POST', '/messaging/mark-seen', { body, ...(headers ? { headers } : {}) })

const MISTAKES: [string, ViolationKind, Mistake][] = [
  ['a list without accountId', 'missing-account', (s) => call(s, 'GET', '/conversations')],
  [
    'messages without accountId',
    'missing-account',
    (s) =>
      call(s, 'GET', `/conversations/${encoded(firstOf(s).conversation.urn)}/messages`, {
        query: { sync: 'false' },
      }),
  ],
  [
    'a write without accountId',
    'missing-account',
    (s) => seen(s, { conversationUrn: firstOf(s).conversation.urn }),
  ],
  ['an account of another workspace', 'unknown-account', (s) => list(s, '66f0a1c2d3e4b5a697887710')],
  [
    'a thread of another account',
    'wrong-account',
    (s) => send(s, { ...firstOf(s).conversation, accountId: s.world.accounts[1]?.id ?? '' }, 'Hi'),
  ],
  ['a Sales Nav thread in /conversations/send', 'wrong-channel', (s) => send(s, salesNavOf(s), 'Hi')],
  [
    'an inbox thread in /sales-nav/send',
    'wrong-channel',
    (s) => {
      const { key, accountId } = salesNavOf(s)
      const inbox = s.world.conversations(accountId).find((c) => c.channel === 'inbox' && c.key !== key)
      return call(s, 'POST', '/sales-nav/send', { body: { accountId, threadId: inbox?.key, body: 'Hi' } })
    },
  ],
  [
    'a Sales Nav thread called by an inbox URN',
    'wrong-channel',
    (s) => messages(s, { ...salesNavOf(s), urn: `urn:li:messagingThread:${salesNavOf(s).key}` }),
  ],
  [
    'messages without sync',
    'missing-sync',
    (s) => {
      const { accountId, conversation } = firstOf(s)
      return call(s, 'GET', `/conversations/${encoded(conversation.urn)}/messages`, { query: { accountId } })
    },
  ],
  ['an unknown query parameter', 'unknown-parameter', (s) => list(s, firstOf(s).accountId, { limit: '5' })],
  [
    'an unknown body field',
    'unknown-field',
    (s) =>
      seen(s, { accountId: firstOf(s).accountId, conversationUrn: firstOf(s).conversation.urn, read: true }),
  ],
  ['a missing body field', 'missing-field', (s) => seen(s, { accountId: firstOf(s).accountId })],
  [
    'a send to nobody',
    'missing-field',
    (s) =>
      call(s, 'POST', '/conversations/send', { body: { accountId: firstOf(s).accountId, message: 'Hi' } }),
  ],
  ['a count over 100', 'bad-value', (s) => list(s, firstOf(s).accountId, { count: '101' })],
  ['since in seconds', 'bad-value', (s) => messages(s, firstOf(s).conversation, { since: '1772003412' })],
  ['an empty message', 'bad-value', (s) => send(s, firstOf(s).conversation, '  ')],
  ['an invented list cursor', 'bad-cursor', (s) => list(s, firstOf(s).accountId, { nextCursor: 'abc' })],
  [
    'an invented message cursor',
    'bad-cursor',
    (s) => messages(s, firstOf(s).conversation, { cursor: 'abc' }),
  ],
  [
    'a URN with bare parentheses',
    'unencoded-path',
    (s) => {
      const { accountId, conversation } = firstOf(s)
      const path = `/conversations/${encodeURIComponent(conversation.urn)}/messages`
      return call(s, 'GET', path, { query: { accountId, sync: 'false' } })
    },
  ],
  [
    'a URN encoded twice',
    'bad-urn',
    (s) => messages(s, { ...firstOf(s).conversation, urn: encoded(firstOf(s).conversation.urn) }),
  ],
  [
    'a bare key for a URN',
    'bad-urn',
    (s) => messages(s, { ...firstOf(s).conversation, urn: firstOf(s).conversation.key }),
  ],
  [
    'JSON sent as text',
    'content-type',
    (s) => seen(s, { accountId: firstOf(s).accountId }, { 'Content-Type': 'text/plain' }),
  ],
  [
    'a GET with a content type',
    'unexpected-body',
    (s) => call(s, 'GET', '/accounts', { headers: { 'Content-Type': 'application/json' } }),
  ],
  [
    'a PATCH with a body',
    'unexpected-body',
    (s) => call(s, 'PATCH', `/conversations/${encoded(firstOf(s).conversation.urn)}/star`, { body: {} }),
  ],
  [
    'the key in another header',
    'key-outside-header',
    (s) => call(s, 'GET', '/accounts', { headers: { 'X-Key': s.key } }),
  ],
]

describe('a client mistake', () => {
  it.each(MISTAKES)('%s is refused and remembered as %s', async (_, kind, mistake) => {
    const sandbox = await started({ conversations: 40 })
    const response = await mistake(sandbox)
    if (kind !== 'key-outside-header') expect(response.status).toBe(400)
    expect(sandbox.violations().map((v) => v.kind)).toContain(kind)
    expect(sandbox.deliveries()).toEqual([])
  })

  it('of an unknown or deprecated route is a 404 and remembered', async () => {
    const sandbox = await started()
    expect((await call(sandbox, 'GET', '/messaging/recent-messages')).status).toBe(404)
    expect(sandbox.violations().map((v) => v.kind)).toEqual(['unknown-route'])
  })

  it('is told in the error body the dialect uses', async () => {
    for (const [error, shape] of Object.entries({
      error: { error: expect.any(String) },
      message: { success: false, code: 'validation_error', message: expect.any(String) },
      successError: { success: false, error: expect.any(String) },
      zod: { success: false, error: { name: 'ZodError', issues: [{ path: ['accountId'] }] } },
    })) {
      const sandbox = await started({ wire: { error: error as 'zod' } })
      expect(await json(call(sandbox, 'GET', '/conversations'))).toMatchObject(shape)
    }
  })
})

describe('no mistake', () => {
  it('is a wrong or missing key: 401 with the documented text', async () => {
    const sandbox = await started()
    const wrong = await call(sandbox, 'GET', '/accounts', { headers: { Authorization: 'Bearer nope' } })
    expect(wrong.status).toBe(401)
    expect(await wrong.json()).toMatchObject({ message: 'Unauthorized - Invalid credentials' })
    await fetch(`${sandbox.baseUrl}/accounts`)
    expect(sandbox.requests().map((r) => r.headers.authorization)).toEqual(['bad', 'none'])
    expect(sandbox.violations()).toEqual([])
  })

  it('is a thread that does not exist: 404', async () => {
    const sandbox = await started()
    const { conversation } = firstOf(sandbox)
    const urn = conversation.urn.replace(/2-[\w=]+/, '2-bm90aGluZw==')
    expect((await messages(sandbox, { ...conversation, urn })).status).toBe(404)
    expect(sandbox.violations()).toEqual([])
  })

  it('is the health check, without key and outside the base path', async () => {
    const sandbox = await started()
    expect((await fetch(sandbox.baseUrl.replace('/linkedin', '/health'))).status).toBe(200)
    expect(sandbox.requests({ route: 'GET /health' })).toHaveLength(1)
    expect(sandbox.violations()).toEqual([])
  })
})

it('never keeps the key, wherever a client puts it', async () => {
  const sandbox = await started()
  await call(sandbox, 'POST', `/x/${sandbox.key}`, { query: { k: sandbox.key }, body: { k: sandbox.key } })
  expect(JSON.stringify([sandbox.requests(), sandbox.violations()])).not.toContain(sandbox.key)
})
