import type { Account } from '../../lib/domain/account.ts'
import type { Freshness } from '../../lib/domain/freshness.ts'
import type { Settings } from '../../lib/domain/settings.ts'
import { ageText, clockText } from '../ui/timeText.ts'

export interface FreshnessInput {
  accounts: readonly Account[]
  freshness: readonly Pick<Freshness, 'accountId' | 'succeededAt'>[]
  settings: Pick<Settings, 'accountsOff'>
  now: number
}

export interface FreshnessLine {
  text: string
  /** 'quiet' all is well · 'waiting' goes on by itself · 'stuck' needs the user. */
  tone: 'quiet' | 'waiting' | 'stuck'
}

/**
 * How fresh what is shown is, in one line: what is wrong comes first, with the names of the accounts it concerns where
 * others are well. Ages are those of the account read longest ago, so that the line never promises more than is true.
 */
export function freshnessText({ accounts, freshness, settings, now }: FreshnessInput): FreshnessLine {
  const on = accounts.filter((account) => !settings.accountsOff.includes(account.id))
  if (on.length === 0) {
    return { text: accounts.length > 0 ? 'All accounts are off' : 'Not updated yet', tone: 'waiting' }
  }
  // One key serves all accounts, so there is no name to tell, and all else is its echo.
  if (on.some(({ health }) => health.state === 'locked')) return { text: 'Locked', tone: 'stuck' }

  const oldestOf = (some: readonly Account[]) =>
    Math.min(...some.map(({ id }) => freshness.find((row) => row.accountId === id)?.succeededAt ?? 0))
  const stuck = stuckParts(on)
  const waiting = waitingParts(on, now, oldestOf)
  const parts = [...stuck, ...waiting]
  if (parts.length > 0) return { text: parts.join(' · '), tone: stuck.length > 0 ? 'stuck' : 'waiting' }

  const oldest = oldestOf(on)
  if (oldest === 0) return { text: 'First update under way', tone: 'waiting' }
  const age = ageText(now - oldest)
  return { text: age === 'just now' ? 'Updated just now' : `Updated ${age} ago`, tone: 'quiet' }
}

const STUCK = {
  signedOut: 'Signed out',
  subscriptionNeeded: 'Subscription needed',
  disconnected: 'Disconnected',
} as const

function stuckParts(on: readonly Account[]): string[] {
  return Object.entries(STUCK).flatMap(([state, words]) => {
    const some = on.filter(({ health }) => health.state === state)
    return some.length > 0 ? [`${words}: ${namesOf(some)}`] : []
  })
}

function waitingParts(
  on: readonly Account[],
  now: number,
  oldestOf: (some: readonly Account[]) => number,
): string[] {
  const pauses = on.flatMap(({ health }) => (health.state === 'rateLimited' ? [health.until] : []))
  const paused = on.filter(({ health }) => health.state === 'rateLimited' && health.until > now)
  const parts: string[] = []
  if (paused.length > 0) {
    const whose = paused.length < on.length ? `: ${namesOf(paused)}` : ''
    parts.push(`Paused by the API until ${clockText(Math.max(...pauses))}${whose}`)
  }
  for (const [state, words] of [
    ['offline', 'Offline'],
    ['error', 'Not updating'],
  ]) {
    const some = on.filter(({ health }) => health.state === state)
    if (some.length === 0) continue
    const oldest = oldestOf(some)
    const age = oldest > 0 ? oldText(now - oldest) : ''
    if (some.length < on.length) parts.push(`${words}: ${namesOf(some)}${age && ` (${age})`}`)
    else parts.push(`${words}${age && ` · ${age}`}`)
  }
  return parts
}

function namesOf(accounts: readonly Account[]): string {
  return accounts.map(({ name }) => name).join(', ')
}

function oldText(age: number): string {
  const text = ageText(age)
  return text === 'just now' ? 'less than 1 min old' : `${text} old`
}
