import { expect, test } from 'vitest'
import { atMost, isOff, NO_POLICY, type Policy, underPolicy } from '../../../lib/domain/policy.ts'
import { policyNames } from '../../../lib/domain/policyNames.ts'
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings.ts'

const policy = (change: Partial<Policy>): Policy => ({ ...NO_POLICY, ...change })

test('without a policy the settings are what the user chose', () => {
  const chosen = { ...DEFAULT_SETTINGS, accountsOff: ['a'], keepMonths: 3, keepMegabytes: 50, travels: true }
  expect(underPolicy(chosen)).toEqual(chosen)
})

test('barred accounts are off beside those the user switched off, each once', () => {
  const chosen = { ...DEFAULT_SETTINGS, accountsOff: ['a', 'b'], policy: policy({ barred: ['b', 'c'] }) }
  expect(underPolicy(chosen).accountsOff).toEqual(['a', 'b', 'c'])
})

test.each([
  [null, null, null],
  [null, 12, 12],
  [24, 12, 12],
  [6, 12, 6],
  [6, null, 6],
])('of a limit of %s where at most %s is allowed, %s holds', (chosen, most, holds) => {
  expect(atMost(chosen, most)).toBe(holds)
  const limits = policy({ keepMonths: most, keepMegabytes: most })
  const settings = { ...DEFAULT_SETTINGS, keepMonths: chosen, keepMegabytes: chosen, policy: limits }
  expect(underPolicy(settings)).toMatchObject({ keepMonths: holds, keepMegabytes: holds })
})

test('nothing travels where that is switched off, whatever the user chose', () => {
  const chosen = { ...DEFAULT_SETTINGS, travels: true }
  expect(underPolicy({ ...chosen, policy: policy({ featuresOff: ['sync'] }) }).travels).toBe(false)
  expect(underPolicy({ ...chosen, policy: policy({ featuresOff: ['export'] }) }).travels).toBe(true)
  expect(isOff(policy({ featuresOff: ['export'] }), 'export')).toBe(true)
})

test('what is decided is named as administrators write it', () => {
  expect(policyNames(NO_POLICY)).toEqual([])
  expect(
    policyNames(policy({ accounts: ['a'], barred: ['b'], keepMonths: 1, featuresOff: ['sync'] })),
  ).toEqual(['allowedAccounts', 'keepMonthsAtMost', 'featuresOff'])
})
