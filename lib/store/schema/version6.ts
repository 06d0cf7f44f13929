import type { Transaction } from 'dexie'
import type { Conversation } from '../../domain/conversation.ts'
import { behindRow } from '../stirBehind.ts'

/** What the sixth version adds: which conversations show more than is stored, so that nobody has to look through all. */
export const VERSION_6 = {
  behind: '[accountId+conversationId]',
} as const

/** Notes those that are there already. */
export async function upgradeToVersion6(transaction: Transaction): Promise<void> {
  const conversations = await transaction.table<Conversation>('conversations').toArray()
  const rows = conversations.map((row) => behindRow(row.id, row)).filter((row) => row !== undefined)
  await transaction.table('behind').bulkPut(rows)
}
