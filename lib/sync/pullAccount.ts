import { ApiError } from '../api/ApiError.ts'
import { healthAfter, mayAsk } from '../domain/healthAfter.ts'
import type { Lane } from '../domain/lane.ts'
import { commitAccountOff, commitAnswered, commitHealth } from '../store/commits/commitAccounts.ts'
import { readSettings } from '../store/queries/settings.ts'
import { checkStatus } from './checkStatus.ts'
import { healGaps } from './healGaps.ts'
import { importList } from './importAccount.ts'
import { importMessages } from './importMessages.ts'
import { pullList } from './pullList.ts'
import type { SyncDeps } from './SyncDeps.ts'

/**
 * One run of one account: its first import as far as the budget reaches, then polls. What goes wrong ends up in the
 * account's health and nowhere else, so that other accounts never notice. One that is switched off leaves the cache.
 */
export async function pullAccount(deps: SyncDeps, accountId: string, lane: Lane): Promise<void> {
  const { accountsOff } = await readSettings(deps.db)
  if (accountsOff.includes(accountId)) return commitAccountOff(deps.db, accountId)
  if (!(await isDue(deps, accountId, lane))) return
  try {
    const account = await deps.db.accounts.get(accountId)
    if (!account) return
    const { stage } = account.import
    if (stage === 'messages' || stage === 'done') await pullList(deps, account, lane)
    else await importList(deps, account)
    await commitAnswered(deps.db, accountId, deps.now())
    const level = await deps.db.accounts.get(accountId)
    if (level?.import.stage === 'messages') await importMessages(deps, accountId)
    else if (level?.import.stage === 'done') await healGaps(deps, accountId)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const before = await deps.db.accounts.get(accountId)
    const health = before && healthAfter(error.toFailure(), before.health, deps.now())
    if (health) await commitHealth(deps.db, accountId, health)
  }
}

async function isDue(deps: SyncDeps, accountId: string, lane: Lane): Promise<boolean> {
  const health = async () => (await deps.db.accounts.get(accountId))?.health
  const before = await health()
  if (!before || (before.state !== 'disconnected' && !mayAsk(before, lane, deps.now()))) return false
  await checkStatus(deps, accountId, lane)
  const after = await health()
  return after !== undefined && mayAsk(after, lane, deps.now())
}
