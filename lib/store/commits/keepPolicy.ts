import type { Policy } from '../../domain/policy.ts'
import { sameData } from '../../domain/sameData.ts'
import { withAccounts } from '../../domain/withAccounts.ts'
import type { Database } from '../database.ts'
import { saveSetting } from '../intents/settings.ts'
import { readChosen } from '../queries/settings.ts'

/**
 * Keeps what the organization decides, where it changed: a write would end the calm in which a glance is enough.
 * @param policy as it was written, which bars nobody by id
 */
export async function keepPolicy(db: Database, policy: Policy): Promise<void> {
  const { policy: before } = await readChosen(db)
  if (sameData({ ...before, barred: [] }, policy)) return
  await db.transaction('rw', [db.settings, db.accounts], async () =>
    saveSetting(db, 'policy', withAccounts(policy, await db.accounts.toArray())),
  )
}

/** Accounts are about to be stored: those that may not be used are barred before anything of them is read. */
export async function barStrangers(
  db: Database,
  listed: readonly { id: string; name: string }[],
): Promise<void> {
  const { policy } = await readChosen(db)
  const next = withAccounts(policy, listed)
  if (!sameData(next, policy)) await saveSetting(db, 'policy', next)
}
