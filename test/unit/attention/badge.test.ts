import { expect, test } from 'vitest'
import { type BadgeInput, badgeFor } from '../../../lib/attention/badge.ts'
import type { AccountHealth } from '../../../lib/domain/health.ts'
import { makeAccount } from '../../fixtures/makeAccount.ts'

const HOUR = 60 * 60_000
const NOW = 100 * HOUR
const accounts = (...states: AccountHealth['state'][]) =>
  states.map((state, i) => makeAccount({ id: `${i}`, name: `Name ${i}`, health: { state } as AccountHealth }))
const read = (accountId: string, ago: number) => ({
  accountId,
  succeededAt: NOW - ago,
  serverAt: 0,
  missedUpTo: 0,
})
const badge = (unread: number, on: BadgeInput['accounts'], freshness: BadgeInput['freshness'] = []) =>
  badgeFor({ unread, accounts: on, freshness, pollSeconds: 60, now: NOW })

test.each([
  [0, ''],
  [7, '7'],
  [999, '999'],
  [1000, '999+'],
])('%i unread shows "%s"', (unread, text) => {
  expect(badge(unread, accounts('upToDate'))).toMatchObject({ text, tone: 'normal' })
})

test('when no account works without the user the badge calls for them, unread or not', () => {
  expect(badge(5, accounts('signedOut', 'disconnected'))).toMatchObject({ text: '!', tone: 'warning' })
  expect(badge(0, accounts('subscriptionNeeded'))).toMatchObject({ text: '!', tone: 'warning' })
})

test('when one of several needs the user it still counts, in warning colour, and names the one', () => {
  expect(badge(5, accounts('upToDate', 'signedOut'))).toMatchObject({ text: '5', tone: 'warning' })
  expect(badge(5, accounts('upToDate', 'signedOut')).title).toContain('Name 1')
  expect(badge(0, accounts('upToDate', 'disconnected'))).toMatchObject({ text: '!', tone: 'warning' })
})

test('locked calls for the user too, and says that it is locked', () => {
  const locked = badge(5, accounts('locked', 'locked'))
  expect(locked).toMatchObject({ text: '!', tone: 'warning' })
  expect(locked.title).toContain('locked')
})

test('offline still shows the count, greyed, and says that it is old; where nothing is unread, that nobody knows', () => {
  const offline = badge(5, accounts('offline', 'offline'))
  expect(offline).toMatchObject({ text: '5', tone: 'muted' })
  expect(offline.title).toContain('offline')
  expect(badge(0, accounts('offline'))).toMatchObject({ text: '?', tone: 'muted' })
  expect(badge(5, accounts('offline', 'upToDate'))).toMatchObject({ tone: 'normal' })
})

test('a count older than it should be is greyed, whatever the reason, and whichever way the clock was put', () => {
  const one = accounts('upToDate')
  expect(badge(5, one, [read('0', HOUR / 6)])).toMatchObject({ text: '5', tone: 'normal' })
  for (const ago of [HOUR, 24 * HOUR, -24 * HOUR, 7 * 24 * HOUR]) {
    expect(badge(5, one, [read('0', ago)])).toMatchObject({ text: '5', tone: 'muted' })
    expect(badge(0, one, [read('0', ago)])).toMatchObject({ text: '?', tone: 'muted' })
  }
  expect(badge(5, accounts('error'), [read('0', HOUR)]).title).toContain('not up to date')
  expect(badge(5, accounts('upToDate', 'error'), [read('0', 0), read('1', HOUR)]).tone).toBe('muted')
})

test('neither an account that was never read yet is late, nor one that is off', () => {
  expect(badge(5, accounts('upToDate'), [read('off', HOUR)])).toMatchObject({ text: '5', tone: 'normal' })
})

test('before any account is known it is empty', () => {
  expect(badge(0, [])).toMatchObject({ text: '', tone: 'normal' })
})
