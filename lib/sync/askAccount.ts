import { ApiError } from '../api/ApiError.ts'
import { healthAfter, mayAsk } from '../domain/healthAfter.ts'
import type { Lane } from '../domain/lane.ts'
import { commitHealth, commitSession } from '../store/commits/commitAccounts.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** Failures that tell something about the account as a whole, wherever they were met. */
const TELLING = ['keyRejected', 'keyMissing', 'subscriptionNeeded', 'disconnected', 'rateLimited', 'offline']

const REFUSALS = ['refused', 'subscriptionNeeded']

/** What the API says once nothing is paid any more (contract 0.1). */
const OF_PAYING = /\btrial|\bsubscri/i

/** Why a status may have to wait for its turn: it has a limit of its own at the API, too. */
const NOT_NOW = ['budget', 'rateLimited']

/**
 * Runs a call for an account outside a poll, under the same rules: a pause the API asked for is kept, and a failure
 * that concerns the account is written into its health.
 * @param lane whom the call is for; what nobody asked for just now does not go on with a key that was rejected
 * @throws ApiError
 */
export async function askAccount<T>(
  deps: SyncDeps,
  accountId: string,
  call: () => Promise<T>,
  lane: Lane = 'waiting',
): Promise<T> {
  const account = await deps.db.accounts.get(accountId)
  const health = account?.health
  if (health?.state === 'rateLimited' && !mayAsk(health, 'waiting', deps.now())) {
    throw new ApiError({ kind: 'rateLimited', retryAt: health.until, notDelivered: true })
  }
  // Polls look now and then whether it works again.
  if (health?.state === 'signedOut' && lane === 'background') {
    throw new ApiError({ kind: 'keyRejected', notDelivered: true })
  }
  try {
    return await call()
  } catch (cause) {
    if (!(cause instanceof ApiError)) throw cause
    const known = health?.state === cause.kind
    const error = known ? cause : await diagnosed(deps, accountId, cause, lane)
    if (health && TELLING.includes(error.kind) && !error.ofAction) {
      const next = healthAfter(error.toFailure(), health, deps.now())
      // Where even that cannot be written, what happened is not to be hidden behind it.
      if (next) await commitHealth(deps.db, accountId, next).catch(() => undefined)
    }
    throw error
  }
}

/**
 * A refusal may mean that LinkedIn signed the account out; only its status tells (contract 1.2). And a 403 that does not
 * speak of paying may be about this one thing (an address that lapsed, a person who cannot be written to): without a
 * subscription the status is refused, too. Where it cannot be asked now, what was refused is not judged but made again once
 * it can.
 */
async function diagnosed(deps: SyncDeps, accountId: string, error: ApiError, lane: Lane): Promise<ApiError> {
  const { kind, status, detail, notDelivered } = error
  const isOfPaying = kind === 'subscriptionNeeded' && (status === 402 || OF_PAYING.test(detail ?? ''))
  if (isOfPaying || !REFUSALS.includes(kind)) return error
  try {
    const { usable } = await deps.api.accountStatus({ accountId }, { lane })
    await commitSession(deps.db, accountId, !usable)
    if (usable) return new ApiError({ kind: 'refused', status, detail, notDelivered })
  } catch (cause) {
    if (!(cause instanceof ApiError) || !NOT_NOW.includes(cause.kind)) return error
    return new ApiError({ kind: 'budget', retryAt: cause.retryAt, notDelivered })
  }
  return new ApiError({ kind: 'disconnected', status, detail, notDelivered })
}
