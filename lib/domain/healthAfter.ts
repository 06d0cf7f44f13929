import type { Failure } from './failure.ts'
import type { AccountHealth } from './health.ts'
import { needsUser } from './health.ts'
import { isOver } from './isOver.ts'
import type { Lane } from './lane.ts'

const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 15 * 60_000
/** Whatever the API asks for, once a day is often enough to see whether it still does. */
const LONGEST_ASKED_MS = 24 * 3_600_000
/** What the user mends elsewhere (a subscription, say) is found out by a look now and then. */
const LOOK_AGAIN_MS = 10 * 60_000

/**
 * What an account's health becomes after a call failed, or null where the failure says nothing about the account.
 * @param now local ms
 */
export function healthAfter(failure: Failure, before: AccountHealth, now: number): AccountHealth | null {
  const failures = (before.state === 'error' ? before.failures : 0) + 1
  // What was under way when the API asked for a pause does not end it by failing otherwise.
  const isPaused = before.state === 'rateLimited' && restsUntil(before, now) > 0
  switch (failure.kind) {
    case 'keyMissing':
      return { state: 'locked' }
    case 'keyRejected':
      return { state: 'signedOut', nextTryAt: now + LOOK_AGAIN_MS }
    case 'subscriptionNeeded': {
      const reason = failure.detail ?? ''
      return { state: 'subscriptionNeeded', reason, nextTryAt: now + LOOK_AGAIN_MS }
    }
    case 'disconnected':
      return { state: 'disconnected' }
    case 'offline':
      return isPaused ? null : { state: 'offline' }
    case 'rateLimited':
      return pausedBy(failure, before, now)
    case 'budget':
    case 'storage':
      return null
    default:
      if (isPaused) return null
      return {
        state: 'error',
        reason: failure.detail ?? '',
        nextTryAt: Math.max(
          now + pauseAfter(failures),
          Math.min(failure.retryAt ?? 0, now + LONGEST_PAUSE_MS),
        ),
        failures,
      }
  }
}

/**
 * The pause the API names; where it names none, 60 s, doubling while such refusals follow each other (contract 6).
 * Calls that were under way together are refused together: that is one refusal, and the longest pause of all holds.
 */
function pausedBy(failure: Failure, before: AccountHealth, now: number): AccountHealth {
  // What is left of a pause after an error is none the API asked for, and sends need not keep it.
  const rest = before.state === 'rateLimited' ? restsUntil(before, now) : 0
  const named = Math.min(failure.retryAt ?? 0, now + LONGEST_ASKED_MS)
  if (named > now) return { state: 'rateLimited', until: Math.max(named, rest), since: now }
  const had = before.state === 'rateLimited' ? (before.unnamed ?? 0) : 0
  const unnamed = had > 0 && rest > 0 ? had : had + 1
  return { state: 'rateLimited', until: Math.max(now + pauseAfter(unnamed), rest), since: now, unnamed }
}

function pauseAfter(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10))
}

/** Until when (local ms) asking an account rests by itself; 0 where it does not. */
export function restsUntil(health: AccountHealth, now: number): number {
  switch (health.state) {
    case 'rateLimited':
      return isOver(health.until, now, health.until - (health.since ?? 0)) ? 0 : health.until
    case 'error':
      return isOver(health.nextTryAt, now, LONGEST_PAUSE_MS) ? 0 : health.nextTryAt
    case 'signedOut':
    case 'subscriptionNeeded':
      return isOver(health.nextTryAt ?? 0, now, LOOK_AGAIN_MS) ? 0 : (health.nextTryAt ?? 0)
    default:
      return 0
  }
}

/** Whether an account may be asked now: the user may always try what is not a pause the API asked for. */
export function mayAsk(health: AccountHealth, lane: Lane, now: number): boolean {
  const rests = restsUntil(health, now) > 0
  if (health.state === 'rateLimited') return !rests
  // Without a key no request leaves, so asking costs nothing and finds out by itself that it was unlocked.
  if (lane !== 'background' || health.state === 'locked') return true
  const looksAgain = 'nextTryAt' in health && health.nextTryAt !== undefined
  return !rests && (looksAgain || !needsUser(health))
}
