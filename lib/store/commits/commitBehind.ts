import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { sameData } from '../../domain/sameData.ts'
import type { Database } from '../database.ts'

/**
 * Keeps which conversations show more than is stored: of those just listed, and of those noted before. What else
 * becomes true of the account (its cursor, say) does so in the same write.
 * @returns these conversations
 */
export function commitBehind(
  db: Database,
  accountId: string,
  listed: readonly Conversation[],
  change: Partial<Account> = {},
): Promise<Conversation[]> {
  return db.transaction('rw', [db.accounts, db.conversations], async () => {
    const account = await db.accounts.get(accountId)
    if (!account) return []
    // What a first import found there has its own turn; what moved since is news, and news does not wait for it.
    const found = account.import.stage === 'done' ? -1 : account.silentUpTo
    const isShort = (row: Conversation) => row.lastActivityAt > (row.syncedTo ?? found)
    const ids = new Set([...(account.behind ?? []), ...listed.filter(isShort).map((row) => row.id)])
    const rows = ids.size > 0 ? await db.conversations.bulkGet([...ids]) : []
    const short = rows.filter((row) => row !== undefined).filter(isShort)
    const next = { ...account, ...change, behind: short.map((row) => row.id) }
    if (!sameData(next, { ...account, behind: account.behind ?? [] })) {
      await db.accounts.update(accountId, { ...change, behind: next.behind })
    }
    return short
  })
}
