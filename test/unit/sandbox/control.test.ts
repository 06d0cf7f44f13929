import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../../sandbox/sandbox'
import { call, firstOf, json, send, started } from './client'

const control = (sandbox: Sandbox, method: string, path: string, body?: unknown) =>
  fetch(`${sandbox.baseUrl.replace('/linkedin', '/__control')}/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })

describe('the control endpoint', () => {
  it('shows the world and what happened', async () => {
    const sandbox = await started()
    const { conversation } = firstOf(sandbox)
    await send(sandbox, conversation, 'Hello')
    await call(sandbox, 'GET', '/conversations')
    const world = await json(control(sandbox, 'GET', 'world'))
    expect(world.accounts).toHaveLength(2)
    expect(world.conversations[0]).toMatchObject({ key: conversation.key, channel: 'inbox' })
    expect(await json(control(sandbox, 'GET', 'requests?route=GET%20/conversations'))).toHaveLength(1)
    expect(await json(control(sandbox, 'GET', 'violations'))).toMatchObject([{ kind: 'missing-account' }])
    expect(
      await json(control(sandbox, 'GET', `deliveries?conversation=${encodeURIComponent(conversation.key)}`)),
    ).toHaveLength(1)
    await control(sandbox, 'POST', 'clear')
    expect(sandbox.requests()).toEqual([])
  })

  it('makes things happen', async () => {
    const sandbox = await started()
    const { accountId, conversation } = firstOf(sandbox)
    const { key } = conversation
    const arrival = await json(control(sandbox, 'POST', 'receive', { conversation: key, text: 'Hi' }))
    expect(arrival).toMatchObject({ conversation: key, text: 'Hi' })
    expect(await json(control(sandbox, 'POST', 'recall', { messageKey: arrival.messageKey }))).toEqual({
      recalled: true,
    })
    await control(sandbox, 'POST', 'read-elsewhere', { conversation: key })
    expect(conversation.unreadCount).toBe(0)
    await control(sandbox, 'POST', 'account-status', { accountId, status: 'ERROR' })
    expect(sandbox.world.account(accountId)?.status).toBe('ERROR')
    await control(sandbox, 'POST', 'fault', { route: 'GET /accounts', effect: { status: 500 } })
    expect((await call(sandbox, 'GET', '/accounts')).status).toBe(500)
    expect(sandbox.violations()).toEqual([])
  })

  it('takes the network away for a while', async () => {
    const sandbox = await started()
    await control(sandbox, 'POST', 'pause?ms=150')
    await new Promise((resolve) => setTimeout(resolve, 80))
    await expect(call(sandbox, 'GET', '/accounts')).rejects.toThrow()
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect((await call(sandbox, 'GET', '/accounts')).status).toBe(200)
  })

  it('tells what it knows when asked for something else', async () => {
    const sandbox = await started()
    const response = await control(sandbox, 'POST', 'dance')
    expect(response.status).toBe(404)
    expect((await response.json()).known).toContain('POST receive')
    expect((await control(sandbox, 'POST', 'receive', { conversation: '2-none' })).status).toBe(400)
  })
})
