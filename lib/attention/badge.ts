import type { Badge } from '../browser/badge.ts'
import type { Account } from '../domain/account.ts'
import { type Freshness, isOverdue } from '../domain/freshness.ts'
import { needsUser } from '../domain/health.ts'

const MOST = 999

export interface BadgeInput {
  /** Unread conversations. */
  unread: number
  /** Those that are on. */
  accounts: readonly Account[]
  freshness: readonly Freshness[]
  pollSeconds: number
  /** Local ms. */
  now: number
}

/**
 * The badge for what the store holds. The number is a promise, so whatever makes it worth less shows: an account that
 * only the user can mend in warning colour; in grey that nothing is heard of the API, be it offline or overdue.
 */
export function badgeFor(input: BadgeInput): Badge {
  const { unread, accounts } = input
  const count = unread > MOST ? `${MOST}+` : String(unread)
  const said = unread === 0 ? 'nothing unread' : `${unread} unread`
  const stuck = accounts.filter(({ health }) => needsUser(health))
  if (stuck.length > 0 && stuck.length === accounts.length) return callFor(stuck)
  if (stuck.length > 0) {
    const names = stuck.map(({ name }) => name).join(', ')
    return { text: unread > 0 ? count : '!', tone: 'warning', title: `Parley: ${said}. Look after ${names}` }
  }
  const doubt = doubtOf(input)
  if (doubt) {
    return {
      text: unread > 0 ? count : '?',
      tone: 'muted',
      title: `Parley: ${doubt}, ${said} when last seen`,
    }
  }
  return { text: unread > 0 ? count : '', tone: 'normal', title: `Parley: ${said}` }
}

/** No account works without the user, so there is nothing to count. */
function callFor(accounts: readonly Account[]): Badge {
  const locked = accounts.some(({ health }) => health.state === 'locked')
  const title = locked ? 'Parley is locked: open it to unlock' : 'Parley needs you: open it to see why'
  return { text: '!', tone: 'warning', title }
}

/** Why the count may be wrong, or null. An account that is imported for the first time was never read, and is not late. */
function doubtOf({ accounts, freshness, pollSeconds, now }: BadgeInput): string | null {
  if (accounts.length > 0 && accounts.every(({ health }) => health.state === 'offline')) return 'offline'
  const ids = new Set(accounts.map(({ id }) => id))
  const reads = freshness.filter(({ accountId }) => ids.has(accountId))
  return reads.some(({ succeededAt }) => isOverdue(now - succeededAt, pollSeconds)) ? 'not up to date' : null
}
