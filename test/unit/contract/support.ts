import { expect, onTestFinished } from 'vitest'
import { messagesBefore } from '../../../lib/store/queries/thread.ts'
import { openConversation } from '../../../lib/sync/openConversation.ts'
import type { SandboxOptions } from '../../sandbox/options.ts'
import type { Wire } from '../../sandbox/wire/dialect.ts'
import type { Conversation } from '../../sandbox/world/types.ts'
import { type Harness, makeHarness } from '../harness.ts'

export const DIALECTS = ['newest', 'legacy', 'mixed'] as const

export interface Run {
  dialect: (typeof DIALECTS)[number]
  wire: Partial<Wire>
  /** The pinned choices, for the test's name. */
  said: string
}

/** Each of these choices pinned in each dialect. */
export function inEachDialect(...wires: Partial<Wire>[]): Run[] {
  return wires.flatMap((wire) =>
    DIALECTS.map((dialect) => ({ dialect, wire, said: Object.entries(wire).flat().join(' ') })),
  )
}

/**
 * The worker over a small world of two accounts, one with Sales Navigator, before it was connected. When the test ends
 * the server must not have met a single request that the contract forbids.
 */
export async function makeInbox(options: SandboxOptions & { budget?: boolean } = {}): Promise<Harness> {
  const harness = await makeHarness({
    accounts: [{ name: 'Mara Lindqvist' }, { name: 'Owen Achebe', salesNavigator: true }],
    conversations: 12,
    messagesPerConversation: 5,
    seed: 11,
    ...options,
  })
  onTestFinished(() => expect(harness.sandbox.violations()).toEqual([]))
  return harness
}

/** Connected, imported, and every thread opened once. */
export async function readAll(harness: Harness): Promise<Harness> {
  await harness.connected()
  for (const row of await harness.db.conversations.toArray()) await openConversation(harness.sync, row.id)
  return harness
}

/** What is stored is the world: every conversation once, every message once, on the right side. */
export async function expectTheWorld(
  harness: Harness,
  options: { keys?: boolean; own?: boolean } = {},
): Promise<void> {
  const { keys = true, own = true } = options
  const { world } = harness.sandbox
  const line = (key: string, sentAt: number, mine: boolean, text: string) =>
    [...(keys ? [key] : []), sentAt, ...(own ? [mine ? 'own' : 'theirs'] : []), text].join(' ')
  const rows = await harness.db.conversations.toArray()
  expect(rows.map((row) => row.key).sort()).toEqual(
    world
      .conversations()
      .map((one) => one.key)
      .sort(),
  )
  for (const row of rows) {
    const real = world.conversation(row.key) as Conversation
    expect(row).toMatchObject({
      accountId: real.accountId,
      channel: real.channel,
      lastActivityAt: real.lastActivityAt,
      unread: real.unreadCount > 0 ? 1 : 0,
    })
    const stored = await messagesBefore(harness.db, row.id, null, 100_000)
    expect(stored.map((one) => line(one.key, one.sentAt, one.own, one.text))).toEqual(
      real.thread
        .all()
        .toReversed()
        .map((one) => line(one.key, one.sentAt, one.sender === 'owner', one.text)),
    )
  }
  expect(harness.rejected).toEqual([])
}

/** The title of a thread that tells who is in it. */
export function titleIn(conversation: Conversation): string {
  return conversation.people.map((person) => person.name).join(', ')
}

/** The first thread of a channel, newest first. */
export function threadOf(harness: Harness, channel: 'inbox' | 'salesNav' = 'inbox'): Conversation {
  const found = harness.sandbox.world.conversations().find((one) => one.channel === channel)
  if (!found) throw new Error(`This world has no ${channel} thread`)
  return found
}
