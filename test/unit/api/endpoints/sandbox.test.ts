import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '../../../../lib/api/Api.ts'
import type { SandboxOptions } from '../../../sandbox/options.ts'
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts'
import { background, failureOf, makeClient, type Seen, send, waiting } from '../support/makeClient.ts'

let sandbox: Sandbox
let api: Api
let seen: Seen

async function open(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox({ accounts: 2, conversations: 12, rateLimit: false, ...options })
  const client = makeClient(sandbox.baseUrl, { readKey: async () => sandbox.key })
  api = client.api
  seen = client.seen
}

const accountId = () => sandbox.world.accounts[0]?.id ?? ''
const conversation = (channel: 'inbox' | 'salesNav' = 'inbox') => {
  const found = sandbox.world.conversations().find((c) => c.channel === channel)
  if (!found) throw new Error(`No ${channel} conversation in the sandbox`)
  return found
}

afterEach(async () => {
  const violations = sandbox.violations()
  await sandbox.stop()
  expect(violations).toEqual([])
})

describe.each(['newest', 'legacy', 'mixed'] as const)('against a server that speaks %s', (dialect) => {
  beforeEach(() => open({ dialect }))

  it('lists every account', async () => {
    const { accounts } = await api.listAccounts(background)
    expect(accounts.map((a) => [a.id, a.name])).toEqual(sandbox.world.accounts.map((a) => [a.id, a.name]))
  })

  it('pages through every conversation of an account', async () => {
    const keys: string[] = []
    let cursor: string | null = null
    do {
      const request = { accountId: accountId(), count: 3, ...(cursor ? { cursor } : {}) }
      const page = await api.listConversations(request, background)
      keys.push(...page.conversations.map((c) => c.key))
      cursor = page.nextCursor
      expect(page.serverNow).toBeGreaterThan(Date.now() - 60_000)
    } while (cursor)
    expect(keys).toEqual(sandbox.world.conversations(accountId()).map((c) => c.key))
    expect(seen.rejected).toEqual([])
  })

  it('reads rows as the world has them', async () => {
    const { conversations } = await api.listConversations({ accountId: accountId(), count: 20 }, background)
    for (const one of conversations) {
      const real = sandbox.world.conversation(one.key)
      expect(one).toMatchObject({ channel: real?.channel, unreadCount: real?.unreadCount })
      expect(one.lastActivityAt).toBe(real?.lastActivityAt)
    }
  })

  it('pages back through a whole thread, with every message once', async () => {
    for (const channel of ['inbox', 'salesNav'] as const) {
      const real = conversation(channel)
      const keys = new Set<string>()
      let cursor: string | null = null
      do {
        const request = { accountId: real.accountId, conversationUrn: real.urn, count: 4, sync: true }
        const page = await api.listMessages({ ...request, ...(cursor ? { cursor } : {}) }, waiting)
        expect(page.messages.map((m) => m.sentAt)).toEqual(page.messages.map((m) => m.sentAt).toSorted())
        for (const message of page.messages) keys.add(message.key)
        cursor = page.cursor
      } while (cursor)
      expect(keys.size).toBe(real.thread.length)
    }
    expect(seen.rejected).toEqual([])
  })

  it('sends into either inbox', async () => {
    const inbox = conversation()
    const request = {
      accountId: inbox.accountId,
      conversationUrn: inbox.urn,
      message: 'Thursday 10:00 it is.',
    }
    const { message } = await api.sendReply(request, send)
    const sales = conversation('salesNav')
    const salesRequest = { accountId: sales.accountId, threadId: sales.key, body: 'Gladly.' }
    const answer = await api.sendSalesNavReply(salesRequest, send)
    const [first, second] = sandbox.deliveries()
    expect(first).toMatchObject({ conversation: inbox.key, text: 'Thursday 10:00 it is.' })
    expect(second).toMatchObject({ conversation: sales.key, text: 'Gladly.' })
    const echoes = [
      [message, first],
      [answer.message, second],
    ] as const
    for (const [echo, { messageKey: key, text, at: sentAt } = {}] of echoes) {
      if (echo) expect(echo).toMatchObject({ key, text, sentAt })
    }
  })

  it('sets marks', async () => {
    const inbox = conversation()
    const { accountId } = inbox
    const request = { accountId, conversationUrn: inbox.urn }
    await api.patchConversation({ ...request, change: 'star' }, send)
    expect(inbox.starred).toBe(true)
    await api.patchConversation({ ...request, change: 'unstar' }, send)
    expect(inbox.starred).toBe(false)
    await api.patchConversation({ ...request, change: 'mark-unread' }, send)
    expect(inbox.unreadCount).toBe(1)
    await api.markSeen(request, send)
    expect(inbox.unreadCount).toBe(0)
    const sales = conversation('salesNav')
    sales.unreadCount = 2
    await api.markSalesNavRead({ accountId: sales.accountId, threadId: sales.key }, send)
    expect(sales.unreadCount).toBe(0)
  })

  it('asks for an account’s state and a full sync', async () => {
    const account = sandbox.world.accounts[0]
    const status = await api.accountStatus({ accountId: accountId() }, background)
    expect(status).toMatchObject({ usable: true, hasSalesNavigator: account?.salesNavigator })
    sandbox.setInitialSync(accountId(), { durationMs: 20 })
    const before = await api.syncStatus({ accountId: accountId() }, background)
    expect(before).toMatchObject({ initialSyncCompleted: false, syncInProgress: false })
    await api.startFullSync({ accountId: accountId() }, background)
    expect(await api.syncStatus({ accountId: accountId() }, background)).toMatchObject({
      initialSyncCompleted: true,
      totalConversations: sandbox.world.conversations(accountId()).length,
    })
  })
})

describe('against a server with faults', () => {
  const page = () => ({ accountId: accountId(), count: 20 })
  const reply = () => {
    const { accountId, urn } = conversation()
    return { accountId, conversationUrn: urn, message: 'Only once' }
  }

  it('reads an answer whose connection is never closed', async () => {
    await open()
    sandbox.fault({ effect: { neverClose: true } })
    expect((await api.listConversations(page(), background)).conversations.length).toBeGreaterThan(0)
  })

  it('repeats a read once after a 500, never a send', async () => {
    await open()
    sandbox.fault({ effect: { status: 500 } })
    await api.listConversations(page(), background)
    sandbox.fault({ effect: { status: 500 } })
    expect(await failureOf(api.sendReply(reply(), send))).toMatchObject({
      kind: 'server',
      notDelivered: false,
    })
    expect(sandbox.requests({ method: 'POST' })).toHaveLength(1)
  })

  it.each([
    [{ truncate: true }, 'badResponse', 1],
    [{ truncate: 'reset' }, 'offline', 1],
    [{ deliverThen: 'reset' }, 'offline', 1],
    [{ deliverThen: { status: 502 } }, 'server', 1],
    [{ reset: true }, 'offline', 0],
    [{ rawBody: '<html>' }, 'badResponse', 0],
  ] as const)('leaves a send unsettled after %j', async (effect, kind, delivered) => {
    await open()
    sandbox.fault({ effect })
    expect(await failureOf(api.sendReply(reply(), send))).toMatchObject({ kind, notDelivered: false })
    expect(sandbox.deliveries()).toHaveLength(delivered)
  })

  it.each([
    [{ status: 401 }, 'keyRejected'],
    [{ status: 403 }, 'subscriptionNeeded'],
    [{ successFalse: true }, 'refused'],
    [{ rateLimited: 'iso' }, 'rateLimited'],
  ] as const)('knows that a send failed after %j', async (effect, kind) => {
    await open({ dialect: 'mixed' })
    sandbox.fault({ effect })
    const error = await failureOf(api.sendReply(reply(), send))
    expect(error).toMatchObject({ kind, notDelivered: true })
    expect(error.detail).toBeTruthy()
    expect(sandbox.deliveries()).toEqual([])
  })

  it.each(['iso', 'seconds', 'retry-after'] as const)(
    'knows when a pause ends in %s',
    async (rateLimited) => {
      await open()
      sandbox.fault({ effect: { rateLimited, resetInMs: 42_000 } })
      const { retryAt } = await failureOf(api.listConversations(page(), background))
      expect(Math.abs((retryAt ?? 0) - Date.now() - 42_000)).toBeLessThan(2_500)
    },
  )

  it('learns what is left of the limit from every answer', async () => {
    await open({ rateLimit: { perMinute: 60 } })
    await api.listConversations(page(), background)
    expect(seen.rates).toMatchObject([{ limit: 60, remaining: 59, resetAt: expect.any(Number) }])
  })

  it('keeps the page though rows among it are garbage', async () => {
    await open()
    const whole = await api.listConversations(page(), background)
    sandbox.fault({ effect: { badRow: true } })
    const spoilt = await api.listConversations(page(), background)
    expect(spoilt.conversations).toEqual(whole.conversations)
    expect(spoilt.rejected).toBeGreaterThan(3)
    expect(seen.rejected).toHaveLength(spoilt.rejected)
  })

  it('says that a conversation is gone', async () => {
    await open()
    const { accountId } = conversation()
    const request = { accountId, conversationUrn: 'urn:li:messagingThread:2-gone', count: 5, sync: false }
    expect(await failureOf(api.listMessages(request, background))).toMatchObject({
      kind: 'notFound',
      status: 404,
    })
  })
})
