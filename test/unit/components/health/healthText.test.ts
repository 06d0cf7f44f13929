import { expect, it } from 'vitest'
import { healthText, isUnwell } from '../../../../components/health/healthText.ts'
import type { AccountHealth } from '../../../../lib/domain/health.ts'
import { makeAccount } from '../../../fixtures/makeAccount.ts'

const MINUTE = 60_000
const now = new Date(2026, 0, 5, 13, 50).getTime()

it.each<[AccountHealth, string, boolean]>([
  [{ state: 'upToDate' }, 'Up to date', false],
  [{ state: 'offline' }, 'Offline', true],
  [{ state: 'rateLimited', until: now + 15 * MINUTE }, 'Paused by the API until 14:05', true],
  [{ state: 'rateLimited', until: now }, 'Up to date', false],
  [{ state: 'locked' }, 'Locked', true],
  [{ state: 'signedOut' }, 'Signed out: the key was rejected', true],
  [{ state: 'subscriptionNeeded', reason: '' }, 'Subscription needed', true],
  [{ state: 'disconnected' }, 'Disconnected: LinkedIn signed it out', true],
  [
    { state: 'error', reason: '', nextTryAt: now + 5 * MINUTE, failures: 1 },
    'Not updating, next try at 13:55',
    true,
  ],
])('%j reads "%s"', (health, text, unwell) => {
  expect(healthText(makeAccount({ health }), 0, now)).toBe(text)
  expect(healthText(makeAccount({ health }), now - 3 * MINUTE, now)).toBe(`${text} · read 3 min ago`)
  expect(isUnwell({ health }, now)).toBe(unwell)
})

it('repeats why the API cannot read an account, where it says so in words', () => {
  const told = (reason: string) =>
    healthText(
      makeAccount({ health: { state: 'error', reason, nextTryAt: now + 5 * MINUTE, failures: 1 } }),
      0,
      now,
    )
  expect(told('This account needs a captcha')).toBe(
    'Not updating, next try at 13:55. The API says: “This account needs a captcha”.',
  )
  expect(told('HTTP 502')).toBe('Not updating, next try at 13:55')
})

it('says that an account is still being imported', () => {
  const account = makeAccount()
  expect(healthText({ ...account, import: { ...account.import, stage: 'listing' } }, now, now)).toBe(
    'Importing',
  )
})
