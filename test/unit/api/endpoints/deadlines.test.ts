import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Api } from '../../../../lib/api/Api.ts'
import { background, failureOf, makeClient } from '../support/makeClient.ts'

const request = { accountId: 'a1', conversationUrn: 'urn:li:messagingThread:2-x', threadId: '2-x', count: 5 }

describe('the deadline of a call', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each<[string, number, (api: Api) => Promise<unknown>]>([
    ['the accounts', 15, (api) => api.listAccounts(background)],
    ['an account’s status', 20, (api) => api.accountStatus(request, background)],
    ['conversations', 20, (api) => api.listConversations(request, background)],
    ['messages', 20, (api) => api.listMessages({ ...request, sync: false }, background)],
    ['messages from LinkedIn', 60, (api) => api.listMessages({ ...request, sync: true }, background)],
    ['a reply', 25, (api) => api.sendReply({ ...request, message: 'Hi' }, background)],
    ['a Sales Navigator reply', 25, (api) => api.sendSalesNavReply({ ...request, body: 'Hi' }, background)],
    ['a mark', 25, (api) => api.markSeen(request, background)],
    ['a full sync', 120, (api) => api.startFullSync(request, background)],
    ['the sync status', 20, (api) => api.syncStatus(request, background)],
  ])('for %s is %i s', async (_, seconds, call) => {
    const { api } = makeClient('http://x', { fetch: () => new Promise(() => undefined) })
    let over = false
    const failure = failureOf(call(api)).finally(() => {
      over = true
    })
    await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
    expect(over).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await failure).toMatchObject({ kind: 'timeout', notDelivered: false })
  })
})
