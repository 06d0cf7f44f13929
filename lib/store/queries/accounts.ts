import type { Account } from '../../domain/account.ts'
import type { Freshness } from '../../domain/freshness.ts'
import { together } from '../../domain/together.ts'
import type { Database } from '../database.ts'
import { readChosen } from './settings.ts'

/** All accounts in the order of the API. */
export function allAccounts(db: Database): Promise<Account[]> {
  return db.accounts.toArray().then((rows) => rows.sort((a, b) => a.position - b.position))
}

/** When each account was last read. */
export function allFreshness(db: Database): Promise<Freshness[]> {
  return db.freshness.toArray()
}

/**
 * Tells whether an account may be asked: it is among those the key reaches, as far as was read last, and the organization
 * does not bar it. What is asked at once is one read.
 */
export function reachedAccounts(db: Database): (accountId: string) => Promise<boolean> {
  const read = together(async (ids: string[]) => {
    const [rows, { policy }] = await Promise.all([db.accounts.bulkGet(ids), readChosen(db)])
    return new Map(ids.map((id, at) => [id, rows[at] !== undefined && !policy.barred.includes(id)]))
  })
  return async (accountId) => (await read(accountId)) === true
}
