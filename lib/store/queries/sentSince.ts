import type { Database } from '../database.ts'

/** How many of the user's own messages were sent at or after a server time (ms), by account id, from here or elsewhere. */
export async function sentSince(db: Database, from: number): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  await db.messages
    .where('sentAt')
    .aboveOrEqual(from)
    .each(({ own, conversationId }) => {
      if (!own) return
      // The first part of a conversation's id (lib/domain/urn).
      const account = decodeURIComponent(conversationId.split('/', 1)[0] ?? '')
      counts.set(account, (counts.get(account) ?? 0) + 1)
    })
  return counts
}
