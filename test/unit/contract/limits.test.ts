import { expect, test } from 'vitest'
import { pullAll } from '../../../lib/sync/pullAll.ts'
import { DIALECTS, inEachDialect, makeInbox, readAll, threadOf } from './support.ts'

// Contradictions about limits (contract 8): 12, 13, 14, 15.

const SEND = 'POST /conversations/send'
const SPELLINGS = ['iso', 'seconds', 'retry-after'] as const
const spelt = DIALECTS.flatMap((dialect) => SPELLINGS.map((spelling) => ({ dialect, spelling })))

test.each(DIALECTS)(
  '8.12 send quota: no number of sends is refused here; the API’s 429 is what counts (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect })
    await harness.connect()
    const { accountId, urn, key } = threadOf(harness)
    for (let n = 1; n <= 151; n++) {
      const request = { accountId, conversationUrn: urn, message: `No ${n}` }
      await harness.sync.api.sendReply(request, { lane: 'send' })
    }
    expect(harness.sandbox.deliveries(key)).toHaveLength(151)
  },
)

test.each(spelt)(
  '8.13 429 on send: the reply waits for the end of the pause, in $spelling, and goes out once ($dialect dialect)',
  async ({ dialect, spelling }) => {
    const harness = await readAll(await makeInbox({ dialect }))
    const { id, key } = await harness.conversation(threadOf(harness).key)
    harness.sandbox.fault({ route: SEND, effect: { rateLimited: spelling, resetInMs: 90_000 } })
    await harness.reply(id, 'After the pause')
    expect(harness.sandbox.deliveries()).toEqual([])
    const [waiting] = await harness.db.outbox.toArray()
    expect(waiting).toMatchObject({ state: 'queued', error: { kind: 'rateLimited' } })
    harness.clock.ahead = 60_000
    await harness.outbox.drain()
    expect(harness.sandbox.requests({ route: SEND })).toHaveLength(1)
    harness.clock.ahead = 120_000
    await harness.outbox.drain()
    await harness.outbox.drain()
    expect(harness.sandbox.deliveries(key).map((delivery) => delivery.text)).toEqual(['After the pause'])
    await harness.pull()
    expect(await harness.shown(id, 'After the pause')).toBe(1)
  },
)

test('8.14 request rate: whatever the API allows, background work keeps to 30 a minute, and gets everything', async () => {
  const harness = await makeInbox({ budget: true, conversations: 60, messagesPerConversation: 2 })
  await harness.connect()
  for (let minute = 0; minute < 8; minute++) {
    harness.sandbox.clearRecorder()
    await pullAll(harness.sync, 'background')
    await pullAll(harness.sync, 'background')
    expect(harness.sandbox.requests().length).toBeLessThanOrEqual(30)
    harness.clock.ahead += 61_000
  }
  expect((await harness.db.accounts.toArray()).map((account) => account.import.stage)).toEqual([
    'done',
    'done',
  ])
  expect(await harness.db.conversations.count()).toBe(60)
})

test.each(spelt)(
  '8.15 X-RateLimit-Reset: a pause in $spelling is kept to its end ($dialect dialect)',
  async ({ dialect, spelling }) => {
    const harness = await makeInbox({ dialect, accounts: 1 })
    await harness.connected()
    const effect = { rateLimited: spelling, resetInMs: 300_000 }
    harness.sandbox.fault({ route: 'GET /conversations', effect })
    const until = harness.now() + 300_000
    await harness.pull()
    const health = (await harness.db.accounts.toArray())[0]?.health
    expect(health).toMatchObject({ state: 'rateLimited' })
    expect(Math.abs((health && 'until' in health ? health.until : 0) - until)).toBeLessThan(5_000)
    harness.sandbox.clearRecorder()
    harness.clock.ahead = 290_000
    await harness.pull()
    expect(harness.sandbox.requests()).toEqual([])
    harness.clock.ahead = 310_000
    await harness.pull()
    expect((await harness.db.accounts.toArray())[0]?.health.state).toBe('upToDate')
  },
)

test.each(inEachDialect({ rateReset: 'iso' }, { rateReset: 'seconds' }))(
  '8.15 X-RateLimit-Reset: $said in the $dialect dialect, told with a success, holds the budget until then',
  async ({ dialect, wire }) => {
    // One place is left after the account list; the list of conversations takes it.
    const harness = await makeInbox({ dialect, wire, accounts: 1, budget: true, rateLimit: { perMinute: 2 } })
    await harness.connect()
    await harness.pull()
    expect(harness.sandbox.requests().map((request) => request.status)).toEqual([200, 200])
    await harness.pull()
    expect(harness.sandbox.requests()).toHaveLength(2)
  },
)
