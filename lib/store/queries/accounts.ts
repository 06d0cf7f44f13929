import type { Account } from '../../domain/account.ts'
import type { Freshness } from '../../domain/freshness.ts'
import type { Database } from '../database.ts'

/** All accounts in the order of the API. */
export function allAccounts(db: Database): Promise<Account[]> {
  return db.accounts.toArray().then((rows) => rows.sort((a, b) => a.position - b.position))
}

/** When each account was last read. */
export function allFreshness(db: Database): Promise<Freshness[]> {
  return db.freshness.toArray()
}

/** Whether an account is among those the key reaches, as far as was read last. */
export async function isKnown(db: Database, accountId: string): Promise<boolean> {
  return (await db.accounts.get(accountId)) !== undefined
}
