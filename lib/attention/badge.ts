import type { Badge } from '../browser/badge.ts'
import type { Account } from '../domain/account.ts'
import { type Freshness, isOverdue } from '../domain/freshness.ts'
import { needsUser } from '../domain/health.ts'
import { counted, listText, text } from '../domain/texts.ts'

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
  const said = unread === 0 ? text('badge_nothingUnread') : counted('badge_unread', unread)
  const stuck = accounts.filter(({ health }) => needsUser(health))
  if (stuck.length > 0 && stuck.length === accounts.length) return callFor(stuck)
  if (stuck.length > 0) {
    const title = text('badge_lookAfter', { said, names: listText(stuck.map(({ name }) => name)) })
    return { text: unread > 0 ? count : '!', tone: 'warning', title }
  }
  const doubt = doubtOf(input)
  if (doubt) {
    return {
      text: unread > 0 ? count : '?',
      tone: 'muted',
      title: text(`badge_${doubt}`, { said }),
    }
  }
  return { text: unread > 0 ? count : '', tone: 'normal', title: text('badge_title', { said }) }
}

/** No account works without the user, so there is nothing to count. */
function callFor(accounts: readonly Account[]): Badge {
  const locked = accounts.some(({ health }) => health.state === 'locked')
  const title = text(locked ? 'badge_locked' : 'badge_needsYou')
  return { text: '!', tone: 'warning', title }
}

/** Why the count may be wrong, or null. An account that is imported for the first time was never read, and is not late. */
function doubtOf({ accounts, freshness, pollSeconds, now }: BadgeInput): 'offline' | 'overdue' | null {
  if (accounts.length > 0 && accounts.every(({ health }) => health.state === 'offline')) return 'offline'
  const ids = new Set(accounts.map(({ id }) => id))
  const reads = freshness.filter(({ accountId }) => ids.has(accountId))
  return reads.some(({ succeededAt }) => isOverdue(now - succeededAt, pollSeconds)) ? 'overdue' : null
}
