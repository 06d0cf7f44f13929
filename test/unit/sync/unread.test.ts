import { expect, test } from 'vitest'
import type { Api } from '../../../lib/api/Api.ts'
import { markRead } from '../../../lib/store/intents/marks.ts'
import { makeHarness } from '../harness.ts'

const MINUTE = 60_000

type Told = (count: number | null) => number | null

/** An inbox whose list tells what `told` makes of the unread counts; without it, nothing. */
async function makeInbox(told: Told = () => null) {
  const over = (api: Api): Api => ({
    ...api,
    listConversations: async (...given) => {
      const answer = await api.listConversations(...given)
      const rows = answer.conversations.map((row) => ({ ...row, unreadCount: told(row.unreadCount) }))
      return { ...answer, conversations: rows }
    },
  })
  const harness = await makeHarness({ conversations: 4, accounts: 1, unread: 0, over })
  await harness.connected()
  const receive = (conversation?: string) =>
    harness.sandbox.receive({ text: 'Are you there?', ...(conversation ? { conversation } : {}) })
      .conversation
  const pollLater = async () => {
    harness.clock.ahead += 10 * MINUTE
    await harness.pull()
  }
  return { harness, receive, pollLater }
}

test('where lists tell no counts, what came in stays unread until it is read here', async () => {
  const { harness, receive, pollLater } = await makeInbox()
  const key = receive()
  receive(key)
  await harness.pull()
  await pollLater()
  const row = await harness.conversation(key)
  expect(row).toMatchObject({ unread: 1, unreadCount: 2 })
  await markRead(harness.db, row.id, harness.now(), 'byPolicy')
  await pollLater()
  expect(await harness.conversation(key)).toMatchObject({ unread: 0, unreadCount: 0 })
})

test('where lists tell no counts, who answered on LinkedIn itself has read it', async () => {
  const { harness, receive, pollLater } = await makeInbox()
  const key = receive()
  await harness.pull()
  harness.sandbox.writeElsewhere(key, 'I am')
  await pollLater()
  expect((await harness.conversation(key)).unread).toBe(0)
})

test('where lists tell counts only of what is unread, a row without one has been read', async () => {
  const { harness, receive, pollLater } = await makeInbox((count) => count || null)
  const key = receive()
  await harness.pull()
  expect((await harness.conversation(key)).unread).toBe(1)
  harness.sandbox.readElsewhere(key)
  await pollLater()
  expect((await harness.conversation(key)).unread).toBe(0)
})
