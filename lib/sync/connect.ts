import { commitAccounts, commitAnswered, forgetOtherAccounts } from '../store/commits/commitAccounts.ts'
import { saveSetting } from '../store/intents/settings.ts'
import { forgetAccountsRead, noteAccountsRead } from './refreshAccounts.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** How one key takes over from another. */
export interface KeyChange {
  /** Makes the key that was tried the one all calls are made with. */
  keep(): Promise<void>
  /** Runs `work` while no sync runs. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

/**
 * Tries the key the API client now uses: the accounts it reaches are stored, those of an earlier key leave the cache.
 * Wherever this is cut off, no account is known that the key in use does not reach: those only the earlier one reached
 * go first, then the key changes, then those come that only the new one reaches.
 * @returns how many accounts there are
 * @throws ApiError where the key does not work; nothing was changed then
 */
export async function connect(deps: SyncDeps, { keep, alone }: KeyChange): Promise<number> {
  const { db } = deps
  const { accounts } = await deps.api.listAccounts({ lane: 'waiting' })
  await alone(async () => {
    // Cut off from here on, the next run finds out what the key reaches that it then has.
    await forgetAccountsRead(deps)
    await forgetOtherAccounts(db, accounts)
    await keep()
    await commitAccounts(db, accounts)
    for (const { id } of accounts) await commitAnswered(db, id, deps.now())
    await noteAccountsRead(deps)
    await saveSetting(db, 'connectedAt', deps.now())
  })
  return accounts.length
}
