import { describe, expect, it } from 'vitest'
import { background, failureOf, fetchOf, makeClient, send } from '../support/makeClient.ts'
import { serve } from '../support/serve.ts'

const account = { accountId: 'a1' }
const page = { ...account, count: 20 }
const reply = { ...account, conversationUrn: 'urn:li:messagingThread:2-x', message: 'Hi' }

function reading(body: unknown, init: ResponseInit = {}) {
  return failureOf(
    makeClient('http://x', { fetch: fetchOf(body, init) }).api.listConversations(page, background),
  )
}
function sending(body: unknown, init: ResponseInit = {}) {
  return failureOf(makeClient('http://x', { fetch: fetchOf(body, init) }).api.sendReply(reply, send))
}

describe('statuses', () => {
  it.each([
    [400, 'refused', true],
    [401, 'keyRejected', true],
    [402, 'subscriptionNeeded', true],
    [403, 'subscriptionNeeded', true],
    [404, 'notFound', true],
    [408, 'timeout', false],
    [410, 'notFound', true],
    [422, 'refused', true],
    [429, 'rateLimited', true],
    [500, 'server', false],
    [502, 'server', false],
    [522, 'server', false],
  ] as const)('%i of a send is %s, certainly not delivered: %s', async (status, kind, notDelivered) => {
    const error = await sending({ error: 'Sorry' }, { status })
    expect(error).toMatchObject({ kind, status, notDelivered, detail: 'Sorry' })
  })
})

describe('the sentence of an error', () => {
  it.each([
    [{ error: 'Plain' }, 'Plain'],
    [{ success: false, code: 'validation_error', message: 'With code' }, 'With code'],
    [{ success: false, error: 'Cookbook' }, 'Cookbook'],
    [
      {
        success: false,
        error: {
          name: 'ZodError',
          issues: [{ code: 'x', path: ['attachments', 0, 'file'], message: 'Required' }],
        },
      },
      'attachments.0.file: Required',
    ],
    [{ message: 'First', error: 'Second' }, 'First'],
    [{ message: { no: 'text' }, detail: 'Third' }, 'Third'],
    [{ data: { error: 'Wrapped' } }, 'Wrapped'],
    ['Just a text', 'Just a text'],
    ['', 'HTTP 400'],
    [{}, 'HTTP 400'],
    [[], 'HTTP 400'],
    [null, 'HTTP 400'],
    [{ error: 'Lone \ud83d half\u0000 and\n\nlines' }, 'Lone \ufffd half and lines'],
    [{ error: 'x'.repeat(900) }, 'x'.repeat(300)],
    [{ error: 'Key test-key-0001 is bad' }, 'Key … is bad'],
    [{ error: `Key ${'x'.repeat(290)}test-key-0001` }, `Key ${'x'.repeat(290)}…`],
    [{ message: 'Bearer TEST-KEY-0001: unknown' }, 'Bearer …: unknown'],
    ['no test-key-0001, no entry, test-key-0001', 'no …, no entry, …'],
    [{ error: { issues: [{ path: ['headers', 'test-key-0001'], message: 'Bad' }] } }, 'headers.…: Bad'],
  ])('%j reads %j', async (body, detail) => {
    expect((await reading(body, { status: 400 })).detail).toBe(detail)
  })

  it('is the status where a gateway answers with HTML, and its words where it answers with text', async () => {
    const html = await serve((r) => r.writeHead(502, { 'Content-Type': 'text/html' }).end('<html>Bad</html>'))
    const plain = await serve((r) => r.writeHead(503).end('upstream unavailable'))
    const errors = await Promise.all(
      [html, plain].map(({ baseUrl }) =>
        failureOf(makeClient(baseUrl).api.listConversations(page, background)),
      ),
    )
    expect(errors.map((e) => [e.kind, e.detail])).toEqual([
      ['server', 'HTTP 502'],
      ['server', 'upstream unavailable'],
    ])
  })
})

describe('a 200 that is none', () => {
  it('refuses a send with success:false, which then did not go out', async () => {
    const error = await sending({ success: false, error: 'No seat' })
    expect(error).toMatchObject({ kind: 'refused', status: 200, detail: 'No seat', notDelivered: true })
    expect(await sending({ data: { success: false, message: 'No' } })).toMatchObject({ kind: 'refused' })
  })

  it('is the server’s failure for a read, and is not repeated', async () => {
    let times = 0
    const fetch: typeof globalThis.fetch = async () => {
      times++
      return new Response('{"success":false,"error":"LinkedIn is away"}')
    }
    const error = await failureOf(makeClient('http://x', { fetch }).api.listConversations(page, background))
    expect(error).toMatchObject({
      kind: 'server',
      status: 200,
      detail: 'LinkedIn is away',
      notDelivered: false,
    })
    expect(times).toBe(1)
  })

  it.each([
    { _truncated: true, preview: '{"conversations":[' },
    { success: true },
    {},
    'ok',
    42,
    null,
    { conversations: 'none' },
    { error: 'odd' },
  ])('is a bad response where a list should be: %j', async (body) => {
    expect(await reading(body)).toMatchObject({ kind: 'badResponse', status: 200 })
  })

  it.each([{ error: 'odd' }, [], 'sent', null])('leaves a send unsettled: %j', async (body) => {
    expect(await sending(body)).toMatchObject({ kind: 'badResponse', notDelivered: false })
  })

  it('does not take an empty body for a sent message, but for a set mark', async () => {
    const empty: typeof fetch = async () => new Response(null, { status: 204 })
    const { api } = makeClient('http://x', { fetch: empty })
    expect(await failureOf(api.sendReply(reply, send))).toMatchObject({ kind: 'badResponse' })
    await api.markSeen(reply, send)
  })

  it.each(['ok', 42, null, [], {}])('takes any answer to a mark but a no for a yes: %j', async (body) => {
    const { api } = makeClient('http://x', { fetch: fetchOf(body) })
    await api.markSeen(reply, send)
    const refused = makeClient('http://x', { fetch: fetchOf({ success: false }) })
    expect(await failureOf(refused.api.markSeen(reply, send))).toMatchObject({ kind: 'refused' })
  })

  it('reads the rest of the answer where success is missing or an error beside it is empty', async () => {
    const body = { conversations: [], error: null }
    const { api } = makeClient('http://x', { fetch: fetchOf(body) })
    expect(await api.listConversations(page, background)).toMatchObject({ conversations: [], rejected: 0 })
  })
})
