import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../../lib/api/ApiError.ts'
import { createRequest } from '../../../../lib/api/http/createRequest.ts'
import { makeCall } from '../support/makeCall.ts'
import { background, failureOf, makeDeps } from '../support/makeClient.ts'
import { serve, serveJson } from '../support/serve.ts'

const post = makeCall({
  method: 'POST',
  route: '/conversations/send',
  body: { message: 'Hi' },
  effect: 'write',
})

describe('repetition', () => {
  it('repeats a read once after a 500, and each is in the ledger and the budget', async () => {
    let times = 0
    const { baseUrl } = await serve((r) => r.writeHead(++times === 1 ? 500 : 200).end('{"ok":1}'))
    const { deps, seen } = makeDeps(baseUrl)
    const reply = await createRequest(deps)(makeCall({ deadlineMs: 5000 }), background)
    expect(reply.content).toEqual({ ok: 1 })
    expect(seen.ledger.map((e) => [e.status, e.failure])).toEqual([
      [500, 'server'],
      [200, null],
    ])
    expect(seen.lanes).toHaveLength(2)
  })

  it.each([502, 503, 504])('does not repeat a read after a %i', async (status) => {
    const { baseUrl, received } = await serveJson({}, status)
    const error = await failureOf(createRequest(makeDeps(baseUrl).deps)(makeCall(), background))
    expect(error).toMatchObject({ kind: 'server', status, notDelivered: false })
    expect(received).toHaveLength(1)
  })

  it('never repeats a write', async () => {
    const { baseUrl, received } = await serveJson({}, 500)
    const error = await failureOf(createRequest(makeDeps(baseUrl).deps)(post, background))
    expect(error).toMatchObject({ kind: 'server', status: 500, notDelivered: false })
    expect(received).toHaveLength(1)
  })

  it('tells of the 500 where the time or the budget does not last for a repetition', async () => {
    const { baseUrl, received } = await serveJson({}, 500)
    const slow = makeDeps(baseUrl)
    expect(
      await failureOf(createRequest(slow.deps)(makeCall({ deadlineMs: 300 }), background)),
    ).toMatchObject({ status: 500 })
    let places = 1
    const budget = {
      take: async () => {
        if (places-- === 0) throw new ApiError({ kind: 'budget', notDelivered: true })
      },
      observe: () => undefined,
    }
    const poor = makeDeps(baseUrl, { budget })
    const error = await failureOf(createRequest(poor.deps)(makeCall({ deadlineMs: 5000 }), background))
    expect(error).toMatchObject({ kind: 'server', status: 500 })
    expect(received).toHaveLength(2)
  })
})

describe('the ledger', () => {
  it('holds route, account, status and time, but neither key nor URN', async () => {
    const { baseUrl } = await serveJson({})
    const { deps, seen } = makeDeps(baseUrl)
    await createRequest(deps)(makeCall(), background)
    expect(seen.ledger).toEqual([
      {
        at: expect.any(Number),
        method: 'GET',
        route: '/conversations/:urn/messages',
        accountId: 'a1',
        status: 200,
        ms: expect.any(Number),
        failure: null,
      },
    ])
    expect(JSON.stringify(seen.ledger)).not.toMatch(/urn:li|test-key/)
  })

  it.each([
    () => {
      throw new Error('full')
    },
    () => Promise.reject(new Error('full')),
  ])('never costs a call', async (onRequest) => {
    const { baseUrl } = await serveJson({ ok: 1 })
    const reply = await createRequest(makeDeps(baseUrl, { onRequest }).deps)(makeCall(), background)
    expect(reply.content).toEqual({ ok: 1 })
  })
})
