import { ApiError } from '../api/ApiError.ts'
import type { Account } from '../domain/account.ts'
import type { Lane } from '../domain/lane.ts'
import { commitSession } from '../store/commits/commitAccounts.ts'
import type { SyncDeps } from './SyncDeps.ts'

const EVERY_MS = 10 * 60_000
/** Whoever comes back from connecting the account anew should not have to wait to see that it worked. */
const WAITED_FOR_MS = 15_000

/**
 * Asks now and then whether LinkedIn still lets the account in: lists go on answering from what the API has, and only
 * the status tells of a lost session (contract 1.2). Its own failure says nothing; the reads after it do.
 * @param failed a read of the account has just failed for no reason it told: a lost session may be one
 * @returns whether it asked, and so may have changed the account
 */
export async function checkStatus(
  deps: SyncDeps,
  account: Account,
  lane: Lane,
  failed = false,
): Promise<boolean> {
  if (!account.usable) return false
  const { id: accountId } = account
  const cut = account.health.state === 'disconnected'
  const readAt = await statusReadAt(deps, accountId)
  const every = failed || (lane === 'waiting' && cut) ? WAITED_FOR_MS : EVERY_MS
  if (Math.abs(deps.now() - readAt) < every) return false
  await deps.memo.set(memoOf(accountId), deps.now())
  const usable = await ask(deps, accountId, lane)
  if (usable !== null) await commitSession(deps.db, accountId, !usable)
  return true
}

/** When an account's status is to be asked for again, local ms. */
export async function statusDueAt(deps: Pick<SyncDeps, 'memo'>, accountId: string): Promise<number> {
  return (await statusReadAt(deps, accountId)) + EVERY_MS
}

async function statusReadAt({ memo }: Pick<SyncDeps, 'memo'>, accountId: string): Promise<number> {
  return Number(await memo.get(memoOf(accountId))) || 0
}

function memoOf(accountId: string): string {
  return `statusReadAt:${accountId}`
}

/** Null where nobody can tell. */
async function ask(deps: SyncDeps, accountId: string, lane: Lane): Promise<boolean | null> {
  try {
    return (await deps.api.accountStatus({ accountId }, { lane })).usable
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // An API without this endpoint leaves it at what its list says.
    return error.kind === 'notFound' ? true : null
  }
}
