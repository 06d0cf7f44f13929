import type { ReceivedMessage } from '../../../lib/domain/message.ts'
import type { Database } from '../../../lib/store/database.ts'
import { messagesBefore, spansOf } from '../../../lib/store/queries/thread.ts'

/** The keys of all stored messages of a thread, oldest first. */
export async function storedKeys(db: Database, conversationId: string): Promise<string[]> {
  return (await messagesBefore(db, conversationId, null, 100_000)).map((message) => message.key)
}

/** What the spans of a thread claim though it is not so: messages within them that are not stored. */
export async function lies(
  db: Database,
  conversationId: string,
  real: readonly Pick<ReceivedMessage, 'key' | 'sentAt'>[],
): Promise<string[]> {
  const stored = new Set(await storedKeys(db, conversationId))
  const missing = real.filter((message) => !stored.has(message.key))
  const spans = await spansOf(db, conversationId)
  return spans.flatMap((span) =>
    missing
      .filter(({ sentAt }) => (span.beginning || sentAt > span.from) && sentAt <= span.to)
      .map(({ key, sentAt }) => `${key} of ${sentAt} in [${span.from}, ${span.to}]`),
  )
}
