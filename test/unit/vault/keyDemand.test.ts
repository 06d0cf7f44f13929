import { expect, test } from 'vitest'
import { SAMPLE_KEY } from '../../../lib/domain/sample.ts'
import type { Kept } from '../../../lib/vault/keeping.ts'
import { type KeyDemand, keptUnder, lockChoices, mayKeep } from '../../../lib/vault/keyDemand.ts'
import { ITERATIONS } from '../../../lib/vault/seal.ts'

const seal = { version: 1, salt: 'AAAA', iterations: ITERATIONS, iv: 'AAAA', ciphertext: 'AAAA' } as const
const stored: Kept = { keeping: 'stored', key: 'k' }
const memory: Kept = { keeping: 'memory' }
const sealed = (lockAfter: number | null): Kept => ({ keeping: 'sealed', sealed: seal, lockAfter })
const demand = (change: Partial<KeyDemand> = {}): KeyDemand => ({
  keyKeeping: 'any',
  lockMinutes: null,
  ...change,
})

test('without a demand a key is kept as the user likes', () => {
  for (const kept of [stored, memory, sealed(null)]) expect(keptUnder(demand(), kept)).toBe(kept)
  expect((['stored', 'memory', 'sealed'] as const).map((one) => mayKeep(demand(), one))).toEqual([
    true,
    true,
    true,
  ])
})

test.each([
  ['memory', 'memory'],
  ['passphrase', 'sealed'],
] as const)('where %s is demanded, nothing but "%s" can be chosen', (keyKeeping, only) => {
  for (const one of ['stored', 'memory', 'sealed'] as const)
    expect(mayKeep(demand({ keyKeeping }), one)).toBe(one === only)
})

test('where memory only is demanded, nothing of the key stays on the disk', () => {
  const only = demand({ keyKeeping: 'memory' })
  expect([stored, memory, sealed(15)].map((kept) => keptUnder(only, kept))).toEqual([memory, memory, memory])
})

test('where a passphrase is demanded, a key without one leaves the disk', () => {
  const only = demand({ keyKeeping: 'passphrase' })
  expect([stored, memory, sealed(15)].map((kept) => keptUnder(only, kept))).toEqual([
    memory,
    memory,
    sealed(15),
  ])
})

test('a key is locked no later than is allowed, and earlier where the user likes', () => {
  const soon = demand({ lockMinutes: 30 })
  expect([null, 240, 30, 15].map((lockAfter) => keptUnder(soon, sealed(lockAfter)))).toEqual(
    [30, 30, 30, 15].map(sealed),
  )
  expect(lockChoices(soon)).toEqual([15, 30])
  expect(lockChoices({ lockMinutes: 5 })).toEqual([5])
  expect(lockChoices({ lockMinutes: null })).toEqual([15, 60, 240, null])
})

test('the sample inbox has no key to keep', () => {
  const sample: Kept = { keeping: 'stored', key: SAMPLE_KEY }
  expect(keptUnder(demand({ keyKeeping: 'memory' }), sample)).toBe(sample)
})
