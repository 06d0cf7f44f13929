import { describe, expect, it } from 'vitest'
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

describe('what goes over the wire', () => {
  it('encodes URNs as one path segment, parentheses included, and cursors in the query', async () => {
    const { baseUrl, received } = await serveJson({})
    await createRequest(makeDeps(`${baseUrl}/`).deps)(makeCall(), background)
    expect(received[0]?.url).toBe(
      '/linkedin/conversations/urn%3Ali%3Amsg_conversation%3A%28urn%3Ali%3Afsd_profile%3AACoAAB1x%2C2-M2Yy%3D%29' +
        '/messages?accountId=a1&cursor=linkedin%3Axq%2BS2%2F%3D%26',
    )
  })

  it('sends the key as bearer, and a content type only with a body', async () => {
    const { baseUrl, received } = await serveJson({})
    const request = createRequest(makeDeps(baseUrl, { readKey: async () => ' Bearer k1\n' }).deps)
    await request(makeCall(), background)
    await request(post, background)
    expect(received[0]?.headers).toMatchObject({ authorization: 'Bearer k1', accept: 'application/json' })
    expect(received[0]?.headers['content-type']).toBeUndefined()
    expect(received[0]?.headers.cookie).toBeUndefined()
    expect(received[1]?.headers['content-type']).toBe('application/json')
    expect(received[1]?.body).toBe('{"message":"Hi"}')
  })

  it('calls the browser with no cookies, cache, referrer or redirects', async () => {
    let init: RequestInit | undefined
    const fake: typeof fetch = async (_, given) => {
      init = given
      return new Response('{}')
    }
    await createRequest(makeDeps('http://x', { fetch: fake }).deps)(makeCall(), background)
    expect(init).toMatchObject({
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
    })
  })

  it.each(['', '.', '..'])(
    'refuses %j as a path parameter, which would call another endpoint',
    async (urn) => {
      const { baseUrl, received } = await serveJson({})
      const error = await failureOf(
        createRequest(makeDeps(baseUrl).deps)(makeCall({ params: { urn } }), background),
      )
      expect(error).toMatchObject({ kind: 'refused', notDelivered: true })
      expect(received).toHaveLength(0)
    },
  )

  it('never follows a redirect with the key', async () => {
    const elsewhere = await serveJson({ stolen: true })
    const { baseUrl } = await serve((r) => r.writeHead(307, { Location: elsewhere.baseUrl }).end())
    const error = await failureOf(createRequest(makeDeps(baseUrl).deps)(makeCall(), background))
    expect(error).toMatchObject({ kind: 'badResponse', notDelivered: false })
    expect(elsewhere.received).toHaveLength(0)
  })

  it.each([null, '', ' Bearer '])('asks for a key instead of calling without one (%j)', async (key) => {
    const { deps, seen } = makeDeps('http://127.0.0.1:1', { readKey: async () => key })
    const error = await failureOf(createRequest(deps)(makeCall(), background))
    expect(error).toMatchObject({ kind: 'keyMissing', notDelivered: true })
    expect(seen).toMatchObject({ lanes: [], ledger: [] })
  })

  it('calls a key rejected that no header can hold', async () => {
    const { deps } = makeDeps('http://127.0.0.1:1', { readKey: async () => 'k\u20ac1' })
    const error = await failureOf(createRequest(deps)(makeCall(), background))
    expect(error).toMatchObject({ kind: 'keyRejected', notDelivered: true })
  })
})
