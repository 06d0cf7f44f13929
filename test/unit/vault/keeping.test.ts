import { expect, test } from 'vitest'
import { keptFrom, keyState } from '../../../lib/vault/keeping.ts'
import { ITERATIONS } from '../../../lib/vault/seal.ts'

const sealed = { version: 1, salt: 'AAAA', iterations: ITERATIONS, iv: 'AAAA', ciphertext: 'AAAA' }

test('a stored key is open, whatever memory holds', () => {
  const kept = keptFrom({ keeping: 'stored', key: 'k' })
  expect(keyState(kept, false)).toMatchObject({ keeping: 'stored', open: true })
})

test('a key of before there was a choice is a stored one', () => {
  expect(keptFrom('k')).toEqual({ keeping: 'stored', key: 'k' })
})

test.each([{ keeping: 'memory' }, { keeping: 'sealed', sealed, lockAfter: 15 }])(
  'a key that lives in memory is open as long as memory holds it: %j',
  (value) => {
    const kept = keptFrom(value)
    expect(keyState(kept, true)).toMatchObject({ keeping: value.keeping, open: true })
    expect(keyState(kept, false)).toMatchObject({ keeping: value.keeping, open: false })
  },
)

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['an empty key', { keeping: 'stored', key: '' }],
  ['a seal that was damaged', { keeping: 'sealed', sealed: { ...sealed, iv: null }, lockAfter: 15 }],
  ['a word nobody knows', { keeping: 'elsewhere' }],
])('%s gives no key, and memory alone does not either', (_, value) => {
  expect(keptFrom(value)).toBeNull()
  expect(keyState(keptFrom(value), true).open).toBe(false)
})

test('how long until it locks is a number of minutes, at most a day; anything else is an hour', () => {
  const lockAfter = (value: unknown) =>
    keyState(keptFrom({ keeping: 'sealed', sealed, lockAfter: value }), true).lockAfter
  expect([1, 15, 60, 240, 1440, null].map(lockAfter)).toEqual([1, 15, 60, 240, 1440, null])
  expect([undefined, 0, 7.5, 'null', 1e9].map(lockAfter)).toEqual([60, 60, 60, 60, 60])
})
