import { type Policy, withAccounts } from '../../domain/policy.ts'
import { sameData } from '../../domain/sameData.ts'
import type { Database } from '../database.ts'
import { saveSetting } from '../intents/settings.ts'
import { readChosen } from '../queries/settings.ts'

/** Keeps what the organization decides, where it changed. */
export async function keepPolicy(db: Database, policy: Policy): Promise<void> {
  await keepWhereNew(db, withAccounts(policy, await db.accounts.toArray()))
}

/** Accounts are about to be known: those that may not be used are barred before anything of them is read. */
export async function barStrangers(
  db: Database,
  listed: readonly { id: string; name: string }[],
): Promise<void> {
  const { policy } = await readChosen(db)
  if (policy.accounts.length > 0) await keepWhereNew(db, withAccounts(policy, listed))
}

/** A write would end the calm in which a glance is enough. */
async function keepWhereNew(db: Database, policy: Policy): Promise<void> {
  if (!sameData(policy, (await readChosen(db)).policy)) await saveSetting(db, 'policy', policy)
}
