import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import { healthAfter, mayAsk } from '../domain/healthAfter.ts'
import type { Lane } from '../domain/lane.ts'
import { commitAccountOff, commitAnswered, commitHealth } from '../store/commits/commitAccounts.ts'
import { settingsAndAccounts } from '../store/queries/settingsAndAccounts.ts'
import { checkStatus } from './checkStatus.ts'
import { healGaps } from './healGaps.ts'
import { importList } from './importAccount.ts'
import { importMessages } from './importMessages.ts'
import { pullList } from './pullList.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { walkList } from './walkList.ts'

/**
 * One run of one account: its first import as far as the budget reaches, then polls. What goes wrong ends up in the
 * account's health and nowhere else, so that other accounts never notice. One that is switched off leaves the cache.
 */
export async function pullAccount(deps: SyncDeps, accountId: string, lane: Lane): Promise<void> {
  const { settings, accounts } = await settingsAndAccounts(deps.db)
  if (settings.accountsOff.includes(accountId)) return commitAccountOff(deps.db, accountId)
  const known = accounts.find(({ id }) => id === accountId)
  const account = known && (await whenDue(deps, known, lane))
  if (!account) return
  try {
    const { stage } = account.import
    if (stage === 'messages' || stage === 'done') await pullList(deps, account, lane)
    else await importList(deps, account)
    const level = await commitAnswered(deps.db, accountId, deps.now())
    if (level?.import.stage === 'messages' || level?.import.stage === 'done')
      await walkList(deps, level, lane)
    if (level?.import.stage === 'messages') await importMessages(deps, accountId)
    else if (level?.import.stage === 'done' && level.gapped?.length) await healGaps(deps, accountId)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const before = await deps.db.accounts.get(accountId)
    const health = before && healthAfter(error.toFailure(), before.health, deps.now())
    if (health) await commitHealth(deps.db, accountId, health)
    if (health?.state === 'error' && error.kind !== 'timeout') await checkStatus(deps, account, lane, true)
  }
}

/** The account as it is once its status is known, or undefined where it is not to be asked now. */
async function whenDue(deps: SyncDeps, known: Account, lane: Lane): Promise<Account | undefined> {
  const { health } = known
  if (health.state !== 'disconnected' && !mayAsk(health, lane, deps.now())) return undefined
  const account = (await checkStatus(deps, known, lane)) ? await deps.db.accounts.get(known.id) : known
  return account && mayAsk(account.health, lane, deps.now()) ? account : undefined
}
