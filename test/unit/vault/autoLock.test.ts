import { expect, test } from 'vitest'
import { isLockDue, lockDueAt } from '../../../lib/vault/autoLock.ts'
import { passphraseProblem } from '../../../lib/vault/passphrase.ts'

const MINUTE = 60_000
const USED = 1_700_000_000_000

test('it locks once it was unused for as long as was chosen, and not before', () => {
  expect(isLockDue(USED, 15, USED + 15 * MINUTE - 1)).toBe(false)
  expect(isLockDue(USED, 15, USED + 15 * MINUTE)).toBe(true)
  expect(isLockDue(USED, 240, USED + 60 * MINUTE)).toBe(false)
  expect(lockDueAt(USED, 60)).toBe(USED + 60 * MINUTE)
})

test('"when the browser closes" never locks by time', () => {
  expect(isLockDue(USED, null, USED + 365 * 24 * 60 * MINUTE)).toBe(false)
  expect(lockDueAt(USED, null)).toBeNull()
})

test('a clock that was set back locks, a moment between two processes does not', () => {
  expect(isLockDue(USED, 15, USED - 24 * 60 * MINUTE)).toBe(true)
  expect(isLockDue(USED, 15, USED - 50)).toBe(false)
})

test('where nobody knows when it was used, it locks', () => {
  expect(isLockDue(null, 240, USED)).toBe(true)
})

test.each([
  ['sevenxx', 'sevenxx', 'tooShort'],
  ['', '', 'tooShort'],
  ['🔑🔑🔑🔑', '🔑🔑🔑🔑', 'tooShort'],
  ['eight xx', 'eight xy', 'different'],
  ['eight xx', 'eight xx', null],
] as const)('the new passphrase %j, repeated as %j: %s', (typed, repeated, problem) => {
  expect(passphraseProblem(typed, repeated)).toBe(problem)
})
