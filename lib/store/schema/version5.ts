import type { Transaction } from 'dexie'

/**
 * What the fifth version adds: searched text in rows large enough to be read at once, and the searches the user saved.
 */
export const VERSION_5 = {
  searchPacks: '++id',
  savedSearches: 'id',
} as const

/** Has all text made searchable anew: it says now whose a message is and whether it holds a link or a file. */
export async function upgradeToVersion5(transaction: Transaction): Promise<void> {
  const ids = await transaction.table('conversations').toCollection().primaryKeys()
  await transaction.table('searchChunks').clear()
  await transaction
    .table('searchBacklog')
    .bulkPut(ids.map((conversationId) => ({ conversationId, from: null })))
}
