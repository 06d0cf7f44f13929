import { expect, test } from 'vitest'
import type { Failure, FailureKind } from '../../../lib/domain/failure.ts'
import type { AccountHealth } from '../../../lib/domain/health.ts'
import { healthAfter, mayAsk, restsUntil } from '../../../lib/domain/healthAfter.ts'

const NOW = 1_000_000
const WELL: AccountHealth = { state: 'upToDate' }
const failure = (kind: FailureKind, change: Partial<Failure> = {}): Failure => ({
  kind,
  detail: null,
  status: null,
  retryAt: null,
  ...change,
})
const minutes = (n: number) => n * 60_000

test.each<[FailureKind, AccountHealth | null]>([
  ['keyMissing', { state: 'locked' }],
  ['keyRejected', { state: 'signedOut', nextTryAt: NOW + minutes(10) }],
  ['subscriptionNeeded', { state: 'subscriptionNeeded', reason: '', nextTryAt: NOW + minutes(10) }],
  ['disconnected', { state: 'disconnected' }],
  ['offline', { state: 'offline' }],
  ['rateLimited', { state: 'rateLimited', until: NOW + minutes(1), since: NOW, unnamed: 1 }],
  ['budget', null],
  ['storage', null],
  ['server', { state: 'error', reason: '', nextTryAt: NOW + minutes(1), failures: 1 }],
  ['timeout', { state: 'error', reason: '', nextTryAt: NOW + minutes(1), failures: 1 }],
  ['badResponse', { state: 'error', reason: '', nextTryAt: NOW + minutes(1), failures: 1 }],
])('after "%s" the account is %j', (kind, health) => {
  expect(healthAfter(failure(kind), WELL, NOW)).toEqual(health)
})

test('the pause the API asks for is the pause it gets, up to a day', () => {
  const after = (retryAt: number) => healthAfter(failure('rateLimited', { retryAt }), WELL, NOW)
  expect(after(NOW + 5)).toEqual({ state: 'rateLimited', until: NOW + 5, since: NOW })
  expect(after(NOW + minutes(60 * 30))).toMatchObject({ until: NOW + minutes(60 * 24) })
})

test('pauses without a named end grow while they follow each other; calls refused together count once', () => {
  const refused = failure('rateLimited')
  let health: AccountHealth = WELL
  let now = NOW
  const pauses: number[] = []
  for (let i = 0; i < 6; i++) {
    health = healthAfter(refused, health, now) ?? health
    health = healthAfter(refused, health, now) ?? health
    if (health.state !== 'rateLimited') throw new Error('Not paused')
    pauses.push(health.until - now)
    now = health.until
  }
  expect(pauses).toEqual([1, 2, 4, 8, 15, 15].map(minutes))
  expect(healthAfter(refused, WELL, now)).toMatchObject({ until: now + minutes(1) })
})

test('a pause the API asked for outlives what fails in another way during it, and no longer than it lasts', () => {
  const paused = healthAfter(failure('rateLimited', { retryAt: NOW + minutes(5) }), WELL, NOW) ?? WELL
  for (const kind of ['offline', 'server', 'timeout', 'badResponse'] as const) {
    expect(healthAfter(failure(kind), paused, NOW + 1)).toBeNull()
    expect(healthAfter(failure(kind), paused, NOW + minutes(5))).not.toBeNull()
  }
  expect(healthAfter(failure('disconnected'), paused, NOW + 1)).toEqual({ state: 'disconnected' })
})

test('of two pauses the longer one holds', () => {
  const long = healthAfter(failure('rateLimited', { retryAt: NOW + minutes(10) }), WELL, NOW) ?? WELL
  for (const retryAt of [null, NOW + minutes(2)]) {
    expect(healthAfter(failure('rateLimited', { retryAt }), long, NOW + 1)).toMatchObject({
      until: NOW + minutes(10),
    })
  }
})

test('what was left of a pause after an error is no pause the API asked for: replies go out once that is over', () => {
  const failing: AccountHealth = { state: 'error', reason: '', nextTryAt: NOW + minutes(15), failures: 5 }
  const named = healthAfter(failure('rateLimited', { retryAt: NOW + 2_000 }), failing, NOW) ?? WELL
  expect(mayAsk(named, 'send', NOW + 1_999)).toBe(false)
  expect(mayAsk(named, 'send', NOW + 2_000)).toBe(true)
  const unnamed = healthAfter(failure('rateLimited'), failing, NOW) ?? WELL
  expect(mayAsk(unnamed, 'send', NOW + minutes(1))).toBe(true)
})

test('after a server error the API may ask for more time, up to a quarter of an hour', () => {
  const after = (wait: number) => healthAfter(failure('server', { retryAt: NOW + minutes(wait) }), WELL, NOW)
  expect(after(0.5)).toMatchObject({ nextTryAt: NOW + minutes(1) })
  expect(after(5)).toMatchObject({ nextTryAt: NOW + minutes(5) })
  expect(after(60)).toMatchObject({ nextTryAt: NOW + minutes(15) })
})

test('a clock that is put back makes no pause longer', () => {
  const paused = healthAfter(failure('rateLimited'), WELL, NOW) ?? WELL
  const failed = healthAfter(failure('server'), WELL, NOW) ?? WELL
  for (const health of [paused, failed]) {
    expect(mayAsk(health, 'background', NOW)).toBe(false)
    expect(restsUntil(health, NOW)).toBe(NOW + minutes(1))
    expect(mayAsk(health, 'background', NOW - minutes(60 * 24))).toBe(true)
    expect(restsUntil(health, NOW - minutes(60 * 24))).toBe(0)
  }
})

test('errors in a row pause ever longer, up to a quarter of an hour; anything else ends the row', () => {
  let health: AccountHealth = WELL
  const pauses: number[] = []
  for (let i = 0; i < 7; i++) {
    health = healthAfter(failure('server'), health, NOW) ?? health
    if (health.state === 'error') pauses.push(health.nextTryAt - NOW)
  }
  expect(pauses).toEqual([1, 2, 4, 8, 15, 15, 15].map(minutes))
  expect(healthAfter(failure('server'), { state: 'offline' }, NOW)).toMatchObject({ failures: 1 })
})

test('a pause the API asked for holds for everybody, also for sends, and ends on time', () => {
  const paused: AccountHealth = { state: 'rateLimited', until: NOW }
  for (const lane of ['background', 'waiting', 'send'] as const) {
    expect(mayAsk(paused, lane, NOW - 1)).toBe(false)
    expect(mayAsk(paused, lane, NOW)).toBe(true)
  }
})

test('a rejected key or an expired trial is looked at again after ten minutes, as it may have been mended elsewhere', () => {
  for (const kind of ['keyRejected', 'subscriptionNeeded'] as const) {
    const health = healthAfter(failure(kind), WELL, NOW) ?? WELL
    expect(mayAsk(health, 'background', NOW + minutes(10) - 1)).toBe(false)
    expect(mayAsk(health, 'background', NOW + minutes(10))).toBe(true)
  }
})

test('what only the user can mend is not polled, and a pause after an error is kept; the user may always try', () => {
  const states: AccountHealth[] = [
    { state: 'signedOut' },
    { state: 'subscriptionNeeded', reason: '' },
    { state: 'disconnected' },
    { state: 'error', reason: '', nextTryAt: NOW + 1, failures: 1 },
  ]
  for (const state of states) {
    expect(mayAsk(state, 'background', NOW)).toBe(false)
    expect(mayAsk(state, 'waiting', NOW)).toBe(true)
  }
  expect(mayAsk({ state: 'error', reason: '', nextTryAt: NOW, failures: 9 }, 'background', NOW)).toBe(true)
  expect(mayAsk({ state: 'offline' }, 'background', NOW)).toBe(true)
  // Without a key no request leaves, and the poll is how it finds out that it was unlocked.
  expect(mayAsk({ state: 'locked' }, 'background', NOW)).toBe(true)
})
