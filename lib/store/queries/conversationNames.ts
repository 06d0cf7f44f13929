import type { Conversation } from '../../domain/conversation.ts'
import type { Database } from '../database.ts'
import { shownConversations } from './shownConversations.ts'

export type ConversationName = Pick<Conversation, 'id' | 'title' | 'accountId'>

/** Whoever wrote or was written to least lately among so many is found by search. */
const KNOWN = 1_000
const SHELVES = ['all', 'snoozed', 'done'] as const

/** What conversations are called, wherever they were put, newest activity first; of each shelf the newest. */
export async function conversationNames(db: Database): Promise<ConversationName[]> {
  const shelves = SHELVES.map((filter) => shownConversations(db, { filter, accountId: null, limit: KNOWN }))
  return (await Promise.all(shelves))
    .flat()
    .sort((a, b) => b.lastActivityAt - a.lastActivityAt)
    .map(({ id, title, accountId }) => ({ id, title, accountId }))
}
