import { expect, test } from 'vitest'
import { countUnread, listConversations } from '../../../lib/store/queries/conversations.ts'
import type { SandboxOptions } from '../../sandbox/options'
import { makeHarness } from '../harness.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const FAR = Date.UTC(2099, 0, 1)

/** Everything imported, with the user's clock so far (ms) ahead of the server's. */
async function inbox(ahead: number, options: SandboxOptions = {}) {
  const harness = await makeHarness({ conversations: 40, accounts: 1, unread: 0, ...options })
  harness.clock.ahead = ahead
  await harness.connected()
  const keys = async () => {
    const rows = await listConversations(harness.db, { filter: 'all', accountId: null, limit: 100 })
    return rows.map(({ key }) => key)
  }
  const there = () => harness.sandbox.world.conversations().map(({ key }) => key)
  const told = () => harness.arrivals.map(({ text }) => text)
  return { harness, keys, there, told }
}

test.each([-30 * MINUTE, -20 * HOUR, 30 * MINUTE])(
  'with a clock that is %i ms ahead and no clock in the answers, a new message is listed in its place, counted and told once',
  async (ahead) => {
    const { harness, keys, there, told } = await inbox(ahead, { dateHeader: false })
    const quiet = harness.sandbox.world.conversations().at(-1)
    harness.sandbox.receive({ conversation: quiet?.key ?? '', text: 'Just now' })
    await harness.pull('background')
    await harness.pull('background')
    expect(await keys()).toEqual(there())
    const row = await harness.conversation(quiet?.key ?? '')
    expect(row).toMatchObject({ unread: 1, unreadCount: 1, preview: { text: 'Just now' } })
    expect(row.lastActivityAt).toBe(quiet?.lastActivityAt)
    expect(await countUnread(harness.db)).toBe(1)
    expect(await harness.shown(row.id, 'Just now')).toBe(1)
    expect(told()).toEqual(['Just now'])
  },
)

test.each([true, false])(
  'a conversation that claims to be of 2099 does not stay on top, and hides no news, its own neither (clock in the answers: %s)',
  async (dateHeader) => {
    const { harness, keys, told } = await inbox(0, { dateHeader })
    const odd = harness.sandbox.world.conversations().at(-1)
    if (!odd) throw new Error('Nothing is there')
    const before = await keys()
    odd.lastActivityAt = FAR
    await harness.pull('background')
    expect(await keys()).toEqual(before)
    for (let i = 0; i < 60; i++) harness.sandbox.receive({ newConversation: true, text: `New ${i}` })
    await harness.pull('background')
    expect(new Set(told()).size).toBe(60)
    expect(told()).toHaveLength(60)
    harness.sandbox.receive({ conversation: odd.key, text: 'Really now' })
    odd.lastActivityAt = FAR
    await harness.pull('background')
    expect(told().at(-1)).toBe('Really now')
    expect((await keys())[0]).toBe(odd.key)
    harness.sandbox.receive({ newConversation: true, text: 'Later', sentAt: harness.now() + 1_000 })
    await harness.pull('background')
    expect(told().at(-1)).toBe('Later')
    expect((await keys())[1]).toBe(odd.key)
    expect((await harness.db.accounts.toArray())[0]?.cursor).toBeLessThan(harness.now() + MINUTE)
  },
)

test('a conversation of 2099 that was there at the first import is in its place by its messages', async () => {
  const harness = await makeHarness({ conversations: 5, accounts: 1 })
  const odd = harness.sandbox.world.conversations().at(-1)
  if (odd) odd.lastActivityAt = FAR
  await harness.connected()
  const row = await harness.conversation(odd?.key ?? '')
  expect(row.lastActivityAt).toBe(odd?.thread.at(0)?.sentAt)
  expect(harness.arrivals).toEqual([])
})

test('a time some hours ahead, believed for want of a clock, hides no news of others', async () => {
  const { harness, told } = await inbox(0, { dateHeader: false })
  const [odd] = harness.sandbox.world.conversations()
  if (!odd) throw new Error('Nothing is there')
  odd.lastActivityAt = harness.now() + 3 * HOUR
  await harness.pull('background')
  for (let i = 0; i < 60; i++) harness.sandbox.receive({ newConversation: true, text: `New ${i}` })
  await harness.pull('background')
  expect(new Set(told()).size).toBe(60)
})
