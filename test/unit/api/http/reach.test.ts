import { expect, test } from 'vitest'
import { background, failureOf, fetchOf, makeClient, send } from '../support/makeClient.ts'

const reply = { accountId: 'account-1', conversationUrn: 'urn:li:messagingThread:2-x', message: 'Hello' }

test('a call for an account the key does not reach never leaves', async () => {
  let left = 0
  const { api, seen } = makeClient('http://127.0.0.1:9/linkedin', {
    fetch: async () => {
      left++
      return new Response('[]')
    },
    reaches: async (accountId) => accountId !== 'account-1',
  })
  expect(await failureOf(api.sendReply(reply, send))).toMatchObject({
    kind: 'accountGone',
    notDelivered: true,
  })
  expect({ left, lanes: seen.lanes }).toEqual({ left: 0, lanes: [] })
  await api.listAccounts(background)
  expect(left).toBe(1)
})

test('whether it is reached is asked with the key in hand, and the call goes out with that very key', async () => {
  let key = 'first-key'
  const used: (string | null)[] = []
  const { api } = makeClient('http://127.0.0.1:9/linkedin', {
    readKey: async () => key,
    async reaches() {
      key = 'second-key'
      return true
    },
    fetch: async (input, init) => {
      used.push(new Headers(init?.headers).get('Authorization'))
      return fetchOf({ success: true })(input, init)
    },
  })
  await api.markSeen({ accountId: 'account-1', conversationUrn: reply.conversationUrn }, send)
  expect(used).toEqual(['Bearer first-key'])
})

test('where nobody can tell whether it is reached, the call does not leave', async () => {
  const { api } = makeClient('http://127.0.0.1:9/linkedin', {
    reaches: () => Promise.reject(new Error('No database')),
  })
  expect(await failureOf(api.sendReply(reply, send))).toMatchObject({ kind: 'storage', notDelivered: true })
})
