import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox'
import { call, firstOf, json, type Loose, list, messages, send, started } from './client'

const LIST = 'GET /conversations'
const SEND = 'POST /conversations/send'
const shortly = () => ({ signal: AbortSignal.timeout(200) })

const accounts = (sandbox: Sandbox) => call(sandbox, 'GET', '/accounts')

const sendUntil = (sandbox: Sandbox, signal: AbortSignal) => {
  const { accountId, conversation } = firstOf(sandbox)
  const body = { accountId, conversationUrn: conversation.urn, message: 'Hi' }
  return call(sandbox, 'POST', '/conversations/send', { body, signal })
}

describe('fault rules', () => {
  it('strike their route and account, so many times, after so many others', async () => {
    const sandbox = await started()
    const [mara, owen] = sandbox.world.accounts.map((a) => a.id) as [string, string]
    sandbox.fault({ route: LIST, accountId: mara, times: 2, skip: 1, effect: { status: 500 } })
    const statuses = []
    for (const id of [owen, mara, mara, owen, mara, mara]) statuses.push((await list(sandbox, id)).status)
    expect(statuses).toEqual([200, 200, 500, 200, 500, 200])
    expect((await accounts(sandbox)).status).toBe(200)
  })

  it('can stay until they are cleared or taken back', async () => {
    const sandbox = await started()
    const takeBack = sandbox.fault({ times: 'always', effect: { status: 503 } })
    expect([(await accounts(sandbox)).status, (await accounts(sandbox)).status]).toEqual([503, 503])
    takeBack()
    expect((await accounts(sandbox)).status).toBe(200)
    sandbox.fault({ method: 'GET', times: 'always', effect: { status: 503 } })
    sandbox.clearFaults()
    expect((await accounts(sandbox)).status).toBe(200)
  })
})

describe('a fault', () => {
  it('status gives the given body or an error of the dialect, html a gateway page', async () => {
    const sandbox = await started()
    sandbox.fault({ effect: { status: 403 } })
    sandbox.fault({ effect: { status: 500, body: { odd: 1 }, headers: { 'X-Odd': 'yes' } } })
    sandbox.fault({ effect: { status: 502, html: true } })
    expect(await json(accounts(sandbox))).toMatchObject({
      message: expect.stringContaining('trial has expired'),
    })
    const odd = await accounts(sandbox)
    expect([odd.headers.get('x-odd'), await odd.json()]).toEqual(['yes', { odd: 1 }])
    const gateway = await accounts(sandbox)
    expect(gateway.headers.get('content-type')).toContain('text/html')
    expect(await gateway.text()).toContain('502 Bad Gateway')
  })

  it('delayMs answers late, hang never, reset breaks before the work', async () => {
    const sandbox = await started()
    sandbox.fault({ effect: { delayMs: 120 } })
    const before = performance.now()
    await accounts(sandbox)
    expect(performance.now() - before).toBeGreaterThan(110)
    sandbox.fault({ route: SEND, effect: { hang: true } })
    await expect(sendUntil(sandbox, shortly().signal)).rejects.toThrow(/timeout|aborted/)
    sandbox.fault({ route: SEND, effect: { reset: true } })
    await expect(send(sandbox, firstOf(sandbox).conversation, 'Hi')).rejects.toThrow()
    expect(sandbox.deliveries()).toEqual([])
  })

  it.each(['hang', 'reset', { status: 502 }] as const)(
    'deliverThen %o does the work first',
    async (deliverThen) => {
      const sandbox = await started()
      sandbox.fault({ route: SEND, effect: { deliverThen } })
      const answered = await sendUntil(sandbox, shortly().signal).then(
        (r) => r.status,
        () => 'nothing',
      )
      expect(answered).toBe(typeof deliverThen === 'object' ? 502 : 'nothing')
      expect(sandbox.deliveries(firstOf(sandbox).conversation.key)).toHaveLength(1)
    },
  )

  it('twice does the work twice and answers once', async () => {
    const sandbox = await started()
    sandbox.fault({ route: SEND, effect: { twice: true } })
    const { conversation } = firstOf(sandbox)
    expect((await send(sandbox, conversation, 'Hi')).status).toBe(200)
    expect(sandbox.deliveries(conversation.key).map((one) => one.text)).toEqual(['Hi', 'Hi'])
    expect(sandbox.requests({ route: SEND })).toHaveLength(1)
  })

  it('neverClose sends the whole JSON and leaves the socket open', async () => {
    const sandbox = await started()
    sandbox.fault({ route: LIST, effect: { neverClose: true } })
    const response = await list(sandbox, firstOf(sandbox).accountId)
    const reader = response.body?.getReader()
    const first = await reader?.read()
    expect(JSON.parse(new TextDecoder().decode(first?.value))).toMatchObject({ success: true })
    const next = await Promise.race([
      reader?.read(),
      new Promise((r) => setTimeout(() => r('still open'), 150)),
    ])
    expect(next).toBe('still open')
    await reader?.cancel()
  })

  it('truncate cuts the JSON, with or without a reset', async () => {
    const sandbox = await started()
    sandbox.fault({ route: LIST, effect: { truncate: true } })
    sandbox.fault({ route: LIST, effect: { truncate: 'reset' } })
    const { accountId } = firstOf(sandbox)
    const text = await (await list(sandbox, accountId)).text()
    expect(() => JSON.parse(text)).toThrow()
    await expect(list(sandbox, accountId).then((r) => r.text())).rejects.toThrow()
  })

  it('rawBody and successFalse answer 200 with nothing done', async () => {
    const sandbox = await started()
    const { conversation } = firstOf(sandbox)
    sandbox.fault({ route: SEND, effect: { rawBody: '{"_truncated":true,"preview":"{"}' } })
    sandbox.fault({ route: SEND, effect: { successFalse: true } })
    expect(await json(send(sandbox, conversation, 'Hi'))).toHaveProperty('_truncated', true)
    expect(await json(send(sandbox, conversation, 'Hi'))).toMatchObject({ success: false })
    expect(sandbox.deliveries()).toEqual([])
  })

  it('emptyList hides a page behind a linkedin: cursor that leads to it', async () => {
    const sandbox = await started()
    const { accountId } = firstOf(sandbox)
    sandbox.fault({ route: LIST, effect: { emptyList: true } })
    const empty = await json(list(sandbox, accountId))
    expect(empty.conversations).toEqual([])
    expect(empty.nextCursor).toMatch(/^linkedin:/)
    const next = await json(list(sandbox, accountId, { nextCursor: empty.nextCursor }))
    expect(next.conversations).toHaveLength(6)
    expect(sandbox.violations()).toEqual([])
  })

  it('repeatCursor gives the sent cursor back', async () => {
    const sandbox = await started()
    const { accountId } = firstOf(sandbox)
    const first = await json(list(sandbox, accountId, { count: '2' }))
    sandbox.fault({ route: LIST, effect: { repeatCursor: true } })
    const second = await json(list(sandbox, accountId, { count: '2', nextCursor: first.nextCursor }))
    expect(second.nextCursor).toBe(first.nextCursor)
  })

  it('dropRow and badRow spoil rows of a page', async () => {
    const sandbox = await started({ messagesPerConversation: 5 })
    const { conversation } = firstOf(sandbox)
    sandbox.fault({ effect: { dropRow: 0 } })
    sandbox.fault({ effect: { badRow: true } })
    sandbox.fault({ effect: { badRow: { sentAt: 'soon' } } })
    const rows = async (): Promise<Loose[]> => (await json(messages(sandbox, conversation))).messages
    expect(await rows()).toHaveLength(4)
    expect(await rows()).toContain(null)
    expect((await rows())[1]).toEqual({ sentAt: 'soon' })
  })

  it('rateLimited spells the reset as asked', async () => {
    const sandbox = await started()
    for (const rateLimited of ['iso', 'seconds', 'retry-after'] as const) {
      sandbox.fault({ effect: { rateLimited, resetInMs: 30_000 } })
    }
    const headers = async () => {
      const { status, headers: h } = await accounts(sandbox)
      return [status, h.get('x-ratelimit-reset'), h.get('retry-after')]
    }
    expect(await headers()).toEqual([429, expect.stringMatching(/^2026-.*Z$/), '30'])
    expect(await headers()).toEqual([429, expect.stringMatching(/^\d{10}$/), null])
    expect(await headers()).toEqual([429, null, '30'])
  })
})

describe('no network', () => {
  it('refuses connections while paused and is back on the same port', async () => {
    const sandbox = await started()
    await accounts(sandbox)
    await sandbox.pause()
    await expect(accounts(sandbox)).rejects.toThrow()
    await sandbox.resume()
    expect((await accounts(sandbox)).status).toBe(200)
  })

  it('comes back by itself after the given time', async () => {
    const sandbox = await started()
    await sandbox.pause(80)
    await expect(accounts(sandbox)).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await accounts(sandbox)).status).toBe(200)
  })

  it('stops at once although requests hang and sockets are open', async () => {
    const sandbox = await started({ syncDelayMs: 60_000 })
    connect(sandbox.port, '127.0.0.1').on('error', () => {})
    const hanging = messages(sandbox, firstOf(sandbox).conversation, { sync: 'true' }).catch(() => 'broken')
    await new Promise((resolve) => setTimeout(resolve, 50))
    const before = performance.now()
    await sandbox.stop()
    expect(performance.now() - before).toBeLessThan(500)
    expect(await hanging).toBe('broken')
  })
})
