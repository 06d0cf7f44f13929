import type { Account } from '../../lib/domain/account.ts'
import { saidByApi } from '../../lib/domain/failure.ts'
import { ageText, clockText } from '../ui/timeText.ts'

/**
 * How an account is, in a few words.
 * @param readAt when it was last read, local ms; 0 for never
 */
export function healthText(
  { health, import: { stage } }: Pick<Account, 'health' | 'import'>,
  readAt: number,
  now: number,
): string {
  const age = ageText(now - readAt)
  const read = readAt === 0 ? '' : ` · read ${age === 'just now' ? age : `${age} ago`}`
  switch (health.state) {
    case 'upToDate':
      return stage === 'done' ? `Up to date${read}` : 'Importing'
    case 'offline':
      return `Offline${read}`
    case 'rateLimited':
      // Over, but not asked again yet.
      return health.until <= now
        ? `Up to date${read}`
        : `Paused by the API until ${clockText(health.until)}${read}`
    case 'locked':
      return `Locked${read}`
    case 'signedOut':
      return `Signed out: the key was rejected${read}`
    case 'subscriptionNeeded':
      return `Subscription needed${read}`
    case 'disconnected':
      return `Disconnected: LinkedIn signed it out${read}`
    case 'error': {
      const next = `Not updating, next try at ${clockText(Math.max(health.nextTryAt, now))}${read}`
      // What the API says may be the way out.
      const said = saidByApi(health.reason)
      return said ? `${next}.${said}` : next
    }
  }
}

/** Whether something about the account is not as it should be. */
export function isUnwell({ health }: Pick<Account, 'health'>, now: number): boolean {
  return health.state !== 'upToDate' && !(health.state === 'rateLimited' && health.until <= now)
}
