import type { Database } from '../database.ts'
import { dropMessages } from './dropMessages.ts'

/**
 * Drops all received files, and about half of the cached messages, of the conversations that were quiet for longest; whoever opens one fetches
 * them again. Conversations with a reply on its way or a draft keep theirs. Touches no table the user made.
 * @returns how many went
 */
export async function dropOldestMessages(db: Database): Promise<number> {
  await db.media.clear()
  const inUse = new Set([
    ...(await db.outbox.toArray()).map((row) => row.conversationId),
    ...(await db.drafts.toArray()).map((row) => row.conversationId),
  ])
  const quiet = (await db.conversations.toArray()).filter((row) => !inUse.has(row.id))
  quiet.sort((a, b) => a.lastActivityAt - b.lastActivityAt)
  const enough = (await db.messages.count()) / 2
  let dropped = 0
  for (const { id } of quiet) {
    if (dropped >= enough) break
    dropped += await dropMessages(db, id, Number.POSITIVE_INFINITY)
  }
  return dropped
}

/** Forgets that the history of a conversation was complete, so that it is read again. */
export async function forgetSpans(db: Database, conversationId: string): Promise<void> {
  await db.spans.where('[conversationId+from]').between([conversationId], [conversationId, []]).delete()
}
