import { expect, test } from 'vitest'
import { listConversations } from '../../../lib/store/queries/conversations.ts'
import { DIALECTS, expectTheWorld, inEachDialect, makeInbox, readAll, titleIn } from './support.ts'

// Contradictions about the list of conversations (contract 8): 2, 3, 6, 7, 29.

test.each(
  inEachDialect(
    { activity: 'iso' },
    { activity: 'ms' },
    { activity: 'spaced' },
    { activity: 'placeholder', latest: 'full' },
    { activity: 'placeholder', latest: 'keyed' },
  ),
)('8.2 lastActivityAt: $said in the $dialect dialect is the same moment', async ({ dialect, wire }) => {
  const harness = await readAll(await makeInbox({ dialect, wire }))
  await expectTheWorld(harness)
})

test.each(inEachDialect({ activity: 'placeholder', latest: 'empty' }))(
  '8.2 lastActivityAt: where nothing of a row tells it, its messages do ($dialect dialect)',
  async ({ dialect, wire }) => {
    const harness = await makeInbox({ dialect, wire })
    await harness.connected()
    await expectTheWorld(harness)
    expect(harness.arrivals).toEqual([])
    const { conversation } = harness.sandbox.receive({ text: 'Is this still on?' })
    await harness.pull()
    await harness.pull()
    expect(harness.arrivals.map((message) => message.text)).toEqual(['Is this still on?'])
    expect((await harness.conversation(conversation)).unread).toBe(1)
  },
)

test.each(DIALECTS)(
  '8.3 unreadOnly: is never asked for; what is unread is told from the counts (%s dialect)',
  async (dialect) => {
    const harness = await makeInbox({ dialect, conversations: 24, unread: 6 })
    await harness.connected()
    await harness.pull()
    const unread = await listConversations(harness.db, { filter: 'unread', accountId: null, limit: 100 })
    const real = harness.sandbox.world.conversations().filter((one) => one.unreadCount > 0)
    expect(unread.map((row) => row.key)).toEqual(real.map((one) => one.key))
    for (const { query } of harness.sandbox.requests()) expect(query).not.toHaveProperty('unreadOnly')
  },
)

test.each(
  inEachDialect(
    { profile: 'opaque', owner: 'lying' },
    { profile: 'urn', owner: 'lying' },
    { profile: 'slug', owner: 'lying' },
    { profile: 'digits', owner: 'lying' },
  ),
)('8.6 profile identity: $said in the $dialect dialect is the same people', async ({ dialect, wire }) => {
  const harness = await readAll(await makeInbox({ dialect, wire }))
  await expectTheWorld(harness)
})

test.each(
  inEachDialect(
    { conversationUrn: 'primary', conversationId: 'key' },
    { conversationUrn: 'backend', conversationId: 'key' },
    { conversationUrn: 'absent', conversationId: 'urn' },
    { conversationUrn: 'absent', conversationId: 'backend' },
    { conversationUrn: 'absent', conversationId: 'key' },
    { conversationUrn: 'otherMailbox', conversationId: 'key' },
  ),
)('8.7 thread id: $said in the $dialect dialect is the same thread', async ({ dialect, wire }) => {
  const harness = await readAll(await makeInbox({ dialect, wire }))
  await expectTheWorld(harness)
})

test('8.7 thread id: a thread that is spelt anew at each poll stays one row, and keeps its best URN', async () => {
  const harness = await makeInbox({ dialect: 'mixed' })
  await readAll(harness)
  const seen = new Map<string, string>()
  for (let poll = 0; poll < 6; poll++) {
    for (const { id, urn } of await harness.db.conversations.toArray()) {
      const before = seen.get(id)
      if (before?.startsWith('urn:li:msg_conversation:')) expect(urn).toBe(before)
      seen.set(id, urn)
    }
    await harness.pull()
  }
  await expectTheWorld(harness)
})

test.each(inEachDialect({ participants: 'others' }, { participants: 'withOwner' }))(
  '8.29 participants: $said in the $dialect dialect, the title is the other people',
  async ({ dialect, wire }) => {
    const harness = await readAll(await makeInbox({ dialect, wire }))
    await expectTheWorld(harness)
    for (const row of await harness.db.conversations.toArray()) {
      const real = harness.sandbox.world.conversation(row.key)
      expect(row.title).toBe(real && titleIn(real))
    }
  },
)

test.each(inEachDialect({ participants: 'empty', latest: 'full' }))(
  '8.29 participants: none in the $dialect dialect, the title is whoever else wrote, or a LinkedIn member',
  async ({ dialect, wire }) => {
    const harness = await readAll(await makeInbox({ dialect, wire, unread: 6 }))
    await expectTheWorld(harness)
    for (const row of await harness.db.conversations.toArray()) {
      const people = harness.sandbox.world.conversation(row.key)?.people.map((person) => person.name) ?? []
      expect([...people, 'LinkedIn member']).toContain(row.title)
      if (row.unread === 1) expect(people).toContain(row.title)
    }
  },
)
