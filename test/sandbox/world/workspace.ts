import { type AccountSpec, makeAccount } from './makeAccount'
import type { Account, InitialSync } from './types'
import type { World } from './world'

export type AccountStatus = Partial<
  Pick<
    Account,
    | 'status'
    | 'enabled'
    | 'hasTokens'
    | 'apiSeatAllocated'
    | 'salesNavigator'
    | 'premiumType'
    | 'consecutiveFailures'
    | 'lastError'
  >
>

function known(world: World, accountId: string): Account {
  const account = world.account(accountId)
  if (!account) throw new Error(`No account ${accountId} in this world`)
  return account
}

/** What GET /account/status tells from now on (contract 1.2). ERROR, or no tokens: LinkedIn calls fail. */
export function setAccountStatus(world: World, accountId: string, status: AccountStatus): void {
  Object.assign(known(world, accountId), status)
}

/** Another account joins the workspace, without conversations. */
export function addAccount(world: World, spec: AccountSpec, now: number): Account {
  const account = makeAccount(world.nextSeed(), world.accounts.length, spec, now)
  world.accounts.push(account)
  return account
}

/** The account leaves the workspace; its conversations go with it. */
export function removeAccount(world: World, accountId: string): void {
  world.accounts.splice(world.accounts.indexOf(known(world, accountId)), 1)
  for (const conversation of world.conversations(accountId)) world.remove(conversation.key)
}

/** Puts the first import of an account into a state (contract 2.12, 7.7). */
export function setInitialSync(world: World, accountId: string, state: Partial<InitialSync>): void {
  known(world, accountId).initialSync = { completed: false, durationMs: 0, startedAt: null, ...state }
}

/** How much of an account the vendor has imported so far, from 0 to 1. */
export function imported(account: Account, now: number): number {
  const { completed, startedAt, durationMs } = account.initialSync
  if (completed) return 1
  if (startedAt === null) return 0
  return durationMs <= 0 ? 1 : Math.min(1, Math.max(0, (now - startedAt) / durationMs))
}
