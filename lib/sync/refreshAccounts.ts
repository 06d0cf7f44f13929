import { ApiError } from '../api/ApiError.ts'
import type { Lane } from '../domain/lane.ts'
import { commitAccounts } from '../store/commits/commitAccounts.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** How long (ms) the accounts read last are good enough. */
const GOOD_FOR = { now: 0, soon: 15_000, inTime: 10 * 60_000 } as const
const MEMO = 'accountsReadAt'
/** After these, asking again soon is pointless (contract 0.6). */
const LASTING = ['keyRejected', 'subscriptionNeeded', 'rateLimited']

/**
 * Reads which accounts the key reaches and how LinkedIn stands to them, unless that was done a short while ago.
 * @returns whether they were read
 * @throws ApiError
 */
export async function refreshAccounts(
  deps: SyncDeps,
  lane: Lane,
  howSoon: keyof typeof GOOD_FOR,
): Promise<boolean> {
  const readAt = Number(await deps.memo.get(MEMO)) || 0
  if (Math.abs(deps.now() - readAt) < GOOD_FOR[howSoon]) return false
  try {
    const { accounts, isWhole } = await deps.api.listAccounts({ lane })
    await commitAccounts(deps.db, accounts, isWhole)
  } catch (error) {
    if (error instanceof ApiError && LASTING.includes(error.kind)) await noteAccountsRead(deps)
    throw error
  }
  await noteAccountsRead(deps)
  return true
}

/** When they are to be read again, local ms, unless somebody asks for it. */
export async function accountsDueAt({ memo }: Pick<SyncDeps, 'memo'>): Promise<number> {
  return (Number(await memo.get(MEMO)) || 0) + GOOD_FOR.inTime
}

/** The accounts were read just now. */
export function noteAccountsRead(deps: SyncDeps): Promise<void> {
  return deps.memo.set(MEMO, deps.now())
}

/** Makes the next run read the accounts whatever the time. */
export function forgetAccountsRead(deps: SyncDeps): Promise<void> {
  return deps.memo.set(MEMO, 0)
}
