import { ApiError } from '../api/ApiError.ts'
import { type AccountHealth, needsUser } from '../domain/health.ts'
import { healthAfter } from '../domain/healthAfter.ts'
import type { Lane } from '../domain/lane.ts'
import { commitHealth } from '../store/commits/commitAccounts.ts'
import { readSettings } from '../store/queries/settings.ts'
import { shownAccounts } from '../store/queries/shownConversations.ts'
import { pullAccount } from './pullAccount.ts'
import { refreshAccounts } from './refreshAccounts.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** What is wrong with the key itself, and so with every account. */
const OF_THE_KEY = ['keyRejected', 'keyMissing']

/**
 * One run over all accounts, side by side. Does nothing before the first connect.
 * @param pull how one account is run
 * @throws whatever is not the API's doing (a full disk, say), once all accounts have finished
 */
export async function pullAll(
  deps: SyncDeps,
  lane: Lane,
  pull = (accountId: string) => pullAccount(deps, accountId, lane),
): Promise<void> {
  if ((await readSettings(deps.db)).connectedAt === null) return
  try {
    await refreshAccounts(deps, lane, await howSoon(deps, lane))
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (OF_THE_KEY.includes(error.kind)) return commitAll(deps, error)
  }
  const accounts = await deps.db.accounts.toArray()
  const runs = await Promise.allSettled(accounts.map(({ id }) => pull(id)))
  const broken = runs.find((run) => run.status === 'rejected')
  if (broken) throw broken.reason
}

/** Whoever comes to look after mending an account elsewhere should not have to wait to see that it worked. */
async function howSoon(deps: SyncDeps, lane: Lane): Promise<'now' | 'soon' | 'inTime'> {
  if ((await deps.db.accounts.count()) === 0) return 'now'
  const unwell = (await shownAccounts(deps.db)).some(({ health }) => needsUser(health))
  return lane === 'waiting' && unwell ? 'soon' : 'inTime'
}

async function commitAll(deps: SyncDeps, error: ApiError): Promise<void> {
  for (const account of await deps.db.accounts.toArray()) {
    const health: AccountHealth | null = healthAfter(error.toFailure(), account.health, deps.now())
    if (health) await commitHealth(deps.db, account.id, health)
  }
}
