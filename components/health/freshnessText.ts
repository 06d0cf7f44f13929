import type { Account } from '../../lib/domain/account.ts'
import type { Freshness } from '../../lib/domain/freshness.ts'
import type { Settings } from '../../lib/domain/settings.ts'
import { text } from '../../lib/domain/texts.ts'
import { ageText, clockText, isJustNow } from '../ui/timeText.ts'
import { namesOf } from './namesOf.ts'

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
    return { text: text(accounts.length > 0 ? 'health_allOff' : 'health_notUpdatedYet'), tone: 'waiting' }
  }
  // One key serves all accounts, so there is no name to tell, and all else is its echo.
  if (on.some(({ health }) => health.state === 'locked'))
    return { text: text('health_locked'), tone: 'stuck' }

  const oldestOf = (some: readonly Account[]) =>
    Math.min(...some.map(({ id }) => freshness.find((row) => row.accountId === id)?.succeededAt ?? 0))
  const stuck = stuckParts(on)
  const waiting = waitingParts(on, now, oldestOf)
  const parts = [...stuck, ...waiting]
  if (parts.length > 0) return { text: parts.join(' · '), tone: stuck.length > 0 ? 'stuck' : 'waiting' }

  const oldest = oldestOf(on)
  if (oldest === 0) return { text: text('health_firstUpdate'), tone: 'waiting' }
  const age = now - oldest
  const updated = isJustNow(age)
    ? text('health_updatedJustNow')
    : text('health_updatedAgo', { age: ageText(age) })
  return { text: updated, tone: 'quiet' }
}

const STUCK = ['signedOut', 'subscriptionNeeded', 'disconnected'] as const

function stuckParts(on: readonly Account[]): string[] {
  return STUCK.flatMap((state) => {
    const some = on.filter(({ health }) => health.state === state)
    return some.length > 0 ? [text(`health_${state}_of`, { names: namesOf(some) })] : []
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
    const time = clockText(Math.max(...pauses))
    parts.push(
      paused.length < on.length
        ? text('health_pausedUntil_of', { time, names: namesOf(paused) })
        : text('health_pausedUntil', { time }),
    )
  }
  for (const state of ['offline', 'error'] as const) {
    const some = on.filter(({ health }) => health.state === state)
    if (some.length === 0) continue
    const oldest = oldestOf(some)
    const age = oldest > 0 ? oldText(now - oldest) : ''
    if (some.length < on.length) {
      parts.push(text(`health_${state}_of`, { names: namesOf(some) }) + (age && ` (${age})`))
    } else parts.push(text(`health_${state}`) + (age && ` · ${age}`))
  }
  return parts
}

function oldText(age: number): string {
  return isJustNow(age) ? text('health_lessThanMinuteOld') : text('health_old', { age: ageText(age) })
}
