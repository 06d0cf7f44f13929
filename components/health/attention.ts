import type { Account } from '../../lib/domain/account.ts'
import { type FailureKind, failureText } from '../../lib/domain/failure.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import { namesOf } from './namesOf.ts'

export type Remedy = 'openSettings' | 'renew' | 'reconnect' | 'allowAccess' | 'dismiss'

export interface Attention {
  kind: FailureKind
  text: string
  remedy: Remedy
}

interface AttentionInput {
  /** Those that are on. */
  accounts: readonly Account[]
  /** Whether the key is known to reach none at all. */
  reachesNone: boolean
  hostAccess: boolean
  /** A failure of this page itself. */
  problem: FailureKind | null
  /** Replies whose account is off, or not reached by the key. */
  stranded: number
}

/** What needs the user, gravest first; nothing here mends itself. */
export function attention({
  accounts,
  reachesNone,
  hostAccess,
  problem,
  stranded,
}: AttentionInput): Attention[] {
  const found: Attention[] = []
  const say = (kind: FailureKind, remedy: Remedy, names = '', detail: string | null = null) => {
    const failure = failureText({ kind, detail, retryAt: null })
    found.push({ kind, remedy, text: names ? text('health_ofAccounts', { names, failure }) : failure })
  }
  if (problem) say(problem, 'dismiss')
  // Without access every call fails, and all the rest would be its echo.
  if (!hostAccess) {
    say('permissionMissing', 'allowAccess')
    return found
  }
  if (reachesNone) found.push({ kind: 'disconnected', remedy: 'renew', text: text('health_noAccount') })
  const inState = (state: Account['health']['state']) =>
    accounts.filter(({ health }) => health.state === state)
  // One key serves all accounts: what concerns them all is told without names.
  const someOf = (some: readonly Account[]) => (some.length < accounts.length ? namesOf(some) : '')
  const out = inState('signedOut')
  if (out.length > 0) say('keyRejected', 'openSettings', someOf(out))
  const unpaid = inState('subscriptionNeeded')
  if (unpaid[0]) say('subscriptionNeeded', 'renew', someOf(unpaid), reasonOf(unpaid[0]))
  const cut = inState('disconnected')
  if (cut.length > 0) say('disconnected', 'reconnect', namesOf(cut))
  if (stranded > 0)
    found.push({ kind: 'accountGone', remedy: 'openSettings', text: counted('health_stranded', stranded) })
  return found
}

function reasonOf({ health }: Account): string | null {
  return health.state === 'subscriptionNeeded' ? health.reason : null
}
