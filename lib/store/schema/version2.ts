import type { Transaction } from 'dexie'
import type { Conversation } from '../../domain/conversation.ts'
import { countsOf } from '../counts.ts'

/**
 * What the second version adds: how many conversations each account has, kept where they are written; text as it is
 * searched, and the conversations whose text is not all there yet.
 */
export const VERSION_2 = {
  counts: 'accountId',
  searchChunks: '++id, [conversationId+upTo]',
  searchBacklog: 'conversationId',
} as const

/** Counts what is there already; its text is made searchable bit by bit, once somebody searches. */
export async function upgradeToVersion2(transaction: Transaction): Promise<void> {
  const conversations = await transaction.table<Conversation>('conversations').toArray()
  await transaction.table('counts').bulkPut([...countsOf(conversations).values()])
  const backlog = conversations.map(({ id }) => ({ conversationId: id, from: null }))
  await transaction.table('searchBacklog').bulkPut(backlog)
}
