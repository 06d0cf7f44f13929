import type { Account } from '../../lib/domain/account.ts'
import { saidByApi } from '../../lib/domain/failure.ts'
import { text } from '../../lib/domain/texts.ts'
import { ageText, clockText, isJustNow } from '../ui/timeText.ts'

/**
 * How an account is, in a few words.
 * @param readAt when it was last read, local ms; 0 for never
 */
export function healthText(
  { health, import: { stage } }: Pick<Account, 'health' | 'import'>,
  readAt: number,
  now: number,
): string {
  const read = readAt === 0 ? '' : ` · ${readText(now - readAt)}`
  switch (health.state) {
    case 'upToDate':
      return stage === 'done' ? text('health_upToDate') + read : text('health_importing')
    case 'offline':
      return text('health_offline') + read
    case 'rateLimited':
      // Over, but not asked again yet.
      return health.until <= now
        ? text('health_upToDate') + read
        : text('health_pausedUntil', { time: clockText(health.until) }) + read
    case 'locked':
      return text('health_locked') + read
    case 'signedOut':
      return text('health_keyRejected') + read
    case 'subscriptionNeeded':
      return text('health_subscriptionNeeded') + read
    case 'disconnected':
      return text('health_signedOutByLinkedIn') + read
    case 'error': {
      const time = clockText(Math.max(health.nextTryAt, now))
      const next = text('health_notUpdating', { time }) + read
      // What the API says may be the way out.
      const said = saidByApi(health.reason)
      return said ? text('health_withReason', { state: next, said }) : next
    }
  }
}

function readText(age: number): string {
  return isJustNow(age) ? text('health_readJustNow') : text('health_readAgo', { age: ageText(age) })
}

/** Whether something about the account is not as it should be. */
export function isUnwell({ health }: Pick<Account, 'health'>, now: number): boolean {
  return health.state !== 'upToDate' && !(health.state === 'rateLimited' && health.until <= now)
}
