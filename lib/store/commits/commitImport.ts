import { type Account, withOneMore } from '../../domain/account.ts'
import { isBehind } from '../../domain/behind.ts'
import type { Database } from '../database.ts'

/** Keeps how many conversations wait for their turn in the first import. */
export function noteLeft(db: Database, accountId: string, left: number): Promise<void> {
  return changed(db, accountId, ({ import: progress }) => {
    const messagesTotal = Math.max(progress.messagesTotal, left)
    return { import: { ...progress, messagesTotal, messagesDone: messagesTotal - left } }
  })
}

/** Counts a conversation that had its turn without bringing anything. */
export function noteOneMore(db: Database, accountId: string): Promise<void> {
  return changed(db, accountId, ({ import: progress }) => ({ import: withOneMore(progress) }))
}

/**
 * The first import is through. Those that still show more than is stored are left to the polls.
 * @param waited the conversations that had waited for it
 */
export function commitImported(db: Database, accountId: string, waited: readonly string[]): Promise<void> {
  return db.transaction('rw', [db.accounts, db.conversations], async () => {
    const account = await db.accounts.get(accountId)
    if (!account) return
    const ids = [...new Set([...(account.behind ?? []), ...waited])]
    const rows = (await db.conversations.bulkGet(ids)).filter((row) => row !== undefined)
    const behind = rows.filter((row) => isBehind(row, Number.POSITIVE_INFINITY)).map(({ id }) => id)
    const { messagesTotal } = account.import
    const progress = { ...account.import, stage: 'done' as const, messagesDone: messagesTotal }
    await db.accounts.put({ ...account, behind, import: progress })
  })
}

function changed(
  db: Database,
  accountId: string,
  change: (account: Account) => Partial<Account>,
): Promise<void> {
  return db.transaction('rw', [db.accounts], async () => {
    const account = await db.accounts.get(accountId)
    if (account) await db.accounts.put({ ...account, ...change(account) })
  })
}
