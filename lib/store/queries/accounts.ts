import type { Account } from '../../domain/account.ts'
import type { Freshness } from '../../domain/freshness.ts'
import { together } from '../../domain/together.ts'
import type { Database } from '../database.ts'

/** All accounts in the order of the API. */
export function allAccounts(db: Database): Promise<Account[]> {
  return db.accounts.toArray().then((rows) => rows.sort((a, b) => a.position - b.position))
}

/** When each account was last read. */
export function allFreshness(db: Database): Promise<Freshness[]> {
  return db.freshness.toArray()
}

/** Tells whether an account is among those the key reaches, as far as was read last; what is asked at once is one read. */
export function knownAccounts(db: Database): (accountId: string) => Promise<boolean> {
  const read = together(async (ids: string[]) => {
    const rows = await db.accounts.bulkGet(ids)
    return new Map(ids.map((id, at) => [id, rows[at] !== undefined]))
  })
  return async (accountId) => (await read(accountId)) === true
}
