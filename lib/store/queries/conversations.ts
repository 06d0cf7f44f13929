import type { Conversation } from '../../domain/conversation.ts'
import { type ListFilter, labelOf } from '../../domain/listFilter.ts'
import type { Database } from '../database.ts'
import { maxKey, minKey } from '../keys.ts'

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
  const [from, before] = [request.from ?? minKey, request.before ?? maxKey]
  const labelId = labelOf(request.filter)
  if (labelId !== null) {
    const key = [request.accountId ?? 0, labelId]
    return newestFirst(db, 'labelled', [...key, from], [...key, before], request.limit)
  }
  const { field, value } = fieldOf(request.filter)
  const prefix = request.accountId === null ? [value] : [request.accountId, value]
  const index =
    request.accountId === null ? `[${field}+lastActivityAt]` : `[accountId+${field}+lastActivityAt]`
  return newestFirst(db, index, [...prefix, from], [...prefix, before], request.limit)
}

function newestFirst(
  db: Database,
  index: string,
  from: unknown[],
  before: unknown[],
  limit: number,
): Promise<Conversation[]> {
  return db.conversations.where(index).between(from, before).reverse().limit(limit).toArray()
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

interface Field {
  field: 'shelf' | 'unread' | 'starred' | 'waiting'
  value: string | number
}

function fieldOf(filter: ListFilter): Field {
  switch (filter) {
    case 'unread':
      return { field: 'unread', value: 1 }
    case 'starred':
      return { field: 'starred', value: 1 }
    case 'snoozed':
      return { field: 'shelf', value: 'snoozed' }
    case 'done':
      return { field: 'shelf', value: 'done' }
    case 'waitingMe':
      return { field: 'waiting', value: 'me' }
    case 'waitingThem':
      return { field: 'waiting', value: 'them' }
    default:
      return { field: 'shelf', value: 'inbox' }
  }
}
