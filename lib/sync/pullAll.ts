import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import { type AccountHealth, needsUser } from '../domain/health.ts'
import { healthAfter, mayAsk } from '../domain/healthAfter.ts'
import type { Lane } from '../domain/lane.ts'
import { commitHealth } from '../store/commits/commitAccounts.ts'
import { settingsAndAccounts } from '../store/queries/settingsAndAccounts.ts'
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
  const { settings, accounts: known } = await settingsAndAccounts(deps.db)
  if (settings.connectedAt === null) return
  let accounts = known
  try {
    const shown = known.filter(({ id }) => !settings.accountsOff.includes(id))
    const wasRead = await refreshAccounts(deps, lane, howSoon(lane, known, shown, deps.now()))
    if (wasRead) accounts = await deps.db.accounts.toArray()
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (OF_THE_KEY.includes(error.kind)) {
      await commitAll(deps, error)
      // Without a key nobody is asked, and yet who is switched off leaves the cache.
      accounts = known.filter(({ id }) => settings.accountsOff.includes(id))
    }
  }
  const runs = await Promise.allSettled(accounts.map(({ id }) => pull(id)))
  const broken = runs.find((run) => run.status === 'rejected')
  if (broken) throw broken.reason
}

/** Whoever comes to look after mending an account elsewhere should not have to wait to see that it worked. */
function howSoon(
  lane: Lane,
  known: readonly Account[],
  shown: readonly Account[],
  now: number,
): 'now' | 'soon' | 'inTime' {
  // Whether the key works again is asked once, not for each of its accounts.
  const isOut = shown.some(({ health }) => health.state === 'signedOut' && mayAsk(health, lane, now))
  if (known.length === 0 || isOut) return 'now'
  const unwell = shown.some(({ health }) => needsUser(health))
  return lane === 'waiting' && unwell ? 'soon' : 'inTime'
}

async function commitAll(deps: SyncDeps, error: ApiError): Promise<void> {
  for (const account of await deps.db.accounts.toArray()) {
    const health: AccountHealth | null = healthAfter(error.toFailure(), account.health, deps.now())
    if (health) await commitHealth(deps.db, account.id, health)
  }
}
