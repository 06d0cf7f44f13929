import type { World } from '../world/world'

/** What a driver in another process needs to aim at things. */
export function describeWorld(world: World): unknown {
  return {
    accounts: world.accounts.map(({ id, name, salesNavigator, status }) => ({
      id,
      name,
      salesNavigator,
      status,
    })),
    conversations: world.conversations().map((c) => ({
      key: c.key,
      urn: c.urn,
      accountId: c.accountId,
      channel: c.channel,
      people: c.people.map((p) => p.name),
      unreadCount: c.unreadCount,
      messages: c.thread.length,
      lastActivityAt: c.lastActivityAt,
    })),
  }
}
