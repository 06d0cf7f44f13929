import { isBehind } from '../../domain/behind.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Database } from '../database.ts'

/** The conversations of an account that show more than is stored, also those whose time to be looked at has not come. */
export async function waitingConversations(db: Database, accountId: string): Promise<Conversation[]> {
  // All at once and then the few: a cursor that steps over the others takes ten times as long.
  const rows = await db.conversations.where('accountId').equals(accountId).toArray()
  return rows.filter((row) => isBehind(row, Number.POSITIVE_INFINITY))
}
