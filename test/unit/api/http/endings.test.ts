import { describe, expect, it } from 'vitest'
import { createRequest } from '../../../../lib/api/http/createRequest.ts'
import { makeCall } from '../support/makeCall.ts'
import { background, failureOf, makeDeps } from '../support/makeClient.ts'
import { serve } from '../support/serve.ts'

const post = makeCall({
  method: 'POST',
  route: '/conversations/send',
  body: { message: 'Hi' },
  effect: 'write',
})

describe('an answer that does not come, or does not end', () => {
  it('is taken as soon as its JSON is complete though the socket stays open', async () => {
    const { baseUrl } = await serve((r) => {
      const bytes = Buffer.from('{"text":"日本 😀"}')
      r.writeHead(200)
      r.write(bytes.subarray(0, 11))
      setTimeout(() => r.write(bytes.subarray(11)), 20)
    })
    const reply = await createRequest(makeDeps(baseUrl).deps)(makeCall(), background)
    expect(reply.content).toEqual({ text: '日本 😀' })
  })

  it('times out when no header comes', async () => {
    const { baseUrl } = await serve(() => undefined)
    const { deps, seen } = makeDeps(baseUrl)
    const error = await failureOf(createRequest(deps)({ ...post, deadlineMs: 300 }, background))
    expect(error).toMatchObject({ kind: 'timeout', status: null, notDelivered: false })
    expect(seen.ledger).toMatchObject([{ status: null, failure: 'timeout' }])
  })

  it('times out when the body stops half way', async () => {
    const { baseUrl } = await serve((r) => void r.writeHead(200).write('{"messages":['))
    const error = await failureOf(
      createRequest(makeDeps(baseUrl).deps)(makeCall({ deadlineMs: 300 }), background),
    )
    expect(error).toMatchObject({ kind: 'timeout', status: 200, notDelivered: false })
  })

  it('times out even if fetch ignores its signal', async () => {
    const asleep: typeof fetch = () => new Promise(() => undefined)
    const { deps } = makeDeps('http://x', { fetch: asleep })
    expect(await failureOf(createRequest(deps)(makeCall({ deadlineMs: 300 }), background))).toMatchObject({
      kind: 'timeout',
    })
  })

  it('is a bad response where it ends half way', async () => {
    const { baseUrl } = await serve((r) => r.writeHead(200).end('{"messages":['))
    const error = await failureOf(createRequest(makeDeps(baseUrl).deps)(makeCall(), background))
    expect(error).toMatchObject({ kind: 'badResponse', status: 200, notDelivered: false })
  })

  it('does not wait for the rest of an HTML page', async () => {
    const { baseUrl } = await serve((r) => void r.writeHead(200).write('<html>'))
    const error = await failureOf(
      createRequest(makeDeps(baseUrl).deps)(makeCall({ deadlineMs: 5000 }), background),
    )
    expect(error).toMatchObject({ kind: 'badResponse', status: 200 })
  })

  it('says so by its status even if its explanation never ends', async () => {
    const { baseUrl } = await serve((r) => void r.writeHead(404).write('{"err'))
    const error = await failureOf(createRequest(makeDeps(baseUrl).deps)(makeCall(), background))
    expect(error).toMatchObject({ kind: 'notFound', status: 404, detail: 'HTTP 404' })
  })

  it('is cut off at 32 MB', async () => {
    const megabyte = new Uint8Array(1024 * 1024).fill(0x20)
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (c) => {
        pulled++
        c.enqueue(megabyte)
      },
    })
    const { deps } = makeDeps('http://x', { fetch: async () => new Response(endless) })
    const error = await failureOf(createRequest(deps)(makeCall({ deadlineMs: 20_000 }), background))
    expect(error).toMatchObject({ kind: 'badResponse' })
    expect(pulled).toBeGreaterThan(31)
  })

  it('is offline when the connection is refused or reset, and may have been delivered', async () => {
    const { baseUrl } = await serve((r) => r.socket?.resetAndDestroy())
    const error = await failureOf(createRequest(makeDeps(baseUrl).deps)(post, background))
    expect(error).toMatchObject({ kind: 'offline', status: null, notDelivered: false })
  })

  it('is certainly not delivered only where the browser was offline all along', async () => {
    const isOnline = () => false
    const { deps } = makeDeps('http://127.0.0.1:1', { isOnline })
    expect(await failureOf(createRequest(deps)(post, background))).toMatchObject({
      kind: 'offline',
      notDelivered: true,
    })
  })

  it('ends with the caller, before and while it is on its way', async () => {
    const { baseUrl, received } = await serve(() => undefined)
    const { deps, seen } = makeDeps(baseUrl)
    const stop = new AbortController()
    const going = failureOf(createRequest(deps)(post, { lane: 'send', signal: stop.signal }))
    setTimeout(() => stop.abort(), 50)
    expect(await going).toMatchObject({ kind: 'timeout', notDelivered: false })
    const late = failureOf(createRequest(deps)(post, { lane: 'send', signal: stop.signal }))
    expect(await late).toMatchObject({ kind: 'timeout', notDelivered: true })
    expect(received).toHaveLength(1)
    expect(seen.lanes).toEqual(['send'])
  })
})
