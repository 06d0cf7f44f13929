import type { Account } from '../../domain/account.ts'
import type { Settings } from '../../domain/settings.ts'
import type { Database } from '../database.ts'
import { allAccounts } from './accounts.ts'
import { readSettings } from './settings.ts'

/** The settings and all accounts in the order of the API, as of one moment and for the cost of one transaction. */
export function settingsAndAccounts(db: Database): Promise<{ settings: Settings; accounts: Account[] }> {
  return db.transaction('r', [db.settings, db.accounts], async () => {
    const [settings, accounts] = await Promise.all([readSettings(db), allAccounts(db)])
    return { settings, accounts }
  })
}
