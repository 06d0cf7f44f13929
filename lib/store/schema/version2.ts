import type { Transaction } from 'dexie'
import type { Conversation } from '../../domain/conversation.ts'
import { countsOf } from '../counts.ts'

/** What the second version adds: how many conversations each account has, kept where they are written. */
export const VERSION_2 = {
  counts: 'accountId',
} as const

/** Counts what is there already, once. */
export async function upgradeTo2(transaction: Transaction): Promise<void> {
  const conversations = await transaction.table<Conversation>('conversations').toArray()
  await transaction.table('counts').bulkPut([...countsOf(conversations).values()])
}
