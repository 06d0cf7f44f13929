import type { Conversation } from '../../domain/conversation.ts'
import type { Database } from '../database.ts'
import { maxKey, minKey } from '../keys.ts'

export type ListFilter = 'all' | 'unread' | 'starred' | 'snoozed' | 'done'

export interface ListRequest {
  filter: ListFilter
  /** Only this account's; null for all accounts. */
  accountId: string | null
  limit: number
  /** Only those last active at or after one time, and before another (server ms). */
  from?: number
  before?: number
}

/** The conversations of a list, newest activity first, read from an index and never more than `limit`. */
export function listConversations(db: Database, request: ListRequest): Promise<Conversation[]> {
  const { field, value } = fieldOf(request.filter)
  const prefix = request.accountId === null ? [value] : [request.accountId, value]
  const index =
    request.accountId === null ? `[${field}+lastActivityAt]` : `[accountId+${field}+lastActivityAt]`
  return db.conversations
    .where(index)
    .between([...prefix, request.from ?? minKey], [...prefix, request.before ?? maxKey])
    .reverse()
    .limit(request.limit)
    .toArray()
}

/** How many conversations are unread, over all accounts or in one. */
export async function countUnread(db: Database, accountId: string | null = null): Promise<number> {
  if (accountId !== null) return (await db.counts.get(accountId))?.unread ?? 0
  return (await db.counts.toArray()).reduce((sum, { unread }) => sum + unread, 0)
}

/** One conversation, or undefined where the cache has none by this id. */
export function getConversation(db: Database, id: string): Promise<Conversation | undefined> {
  return db.conversations.get(id)
}

function fieldOf(filter: ListFilter): { field: 'shelf' | 'unread' | 'starred'; value: string | number } {
  switch (filter) {
    case 'unread':
      return { field: 'unread', value: 1 }
    case 'starred':
      return { field: 'starred', value: 1 }
    case 'snoozed':
      return { field: 'shelf', value: 'snoozed' }
    case 'done':
      return { field: 'shelf', value: 'done' }
    case 'all':
      return { field: 'shelf', value: 'inbox' }
  }
}
