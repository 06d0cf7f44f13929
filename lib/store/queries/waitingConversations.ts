import type { Conversation } from '../../domain/conversation.ts'
import type { Database } from '../database.ts'
import { maxKey, minKey } from '../keys.ts'

/** The conversations of an account that show more than is stored, also those whose time to be looked at has not come. */
export async function waitingConversations(db: Database, accountId: string): Promise<Conversation[]> {
  const keys = await db.behind
    .where('[accountId+conversationId]')
    .between([accountId, minKey], [accountId, maxKey])
    .primaryKeys()
  const rows = await db.conversations.bulkGet(keys.map(([, id]) => id))
  return rows.filter((row) => row !== undefined)
}
