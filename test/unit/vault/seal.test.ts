import { expect, onTestFinished, test, vi } from 'vitest'
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts'
import {
  ITERATIONS,
  isSealed,
  type Sealed,
  seal,
  unseal,
  WrongPassphraseError,
} from '../../../lib/vault/seal.ts'

const SECRET = 'made-up-key-0123456789 ключ 🔑'
const PASSPHRASE = 'correct horse battery'
const sealed = await seal(SECRET, PASSPHRASE)

test('what was sealed comes back with the passphrase', async () => {
  expect(await unseal(sealed, PASSPHRASE)).toBe(SECRET)
})

test('it comes back after a way through JSON, which is how it is stored', async () => {
  const stored: unknown = JSON.parse(JSON.stringify(sealed))
  expect(isSealed(stored) && (await unseal(stored, PASSPHRASE))).toBe(SECRET)
})

test.each(['', 'Correct horse battery', 'correct horse battery ', 'correct horse batterx'])(
  'another passphrase (%j) does not open it',
  async (passphrase) => {
    await expect(unseal(sealed, passphrase)).rejects.toBeInstanceOf(WrongPassphraseError)
  },
)

test('the same passphrase opens it however the keyboard composes its letters', async () => {
  const composed = await seal(SECRET, 'Gr\u00FC\u00DFe aus K\u00F6ln')
  expect(await unseal(composed, 'Gru\u0308\u00DFe aus Ko\u0308ln')).toBe(SECRET)
})

test.each(['salt', 'iv', 'ciphertext'] as const)('one flipped bit in the %s is noticed', async (part) => {
  const bytes = fromBase64(sealed[part])
  bytes[0] = (bytes[0] ?? 0) ^ 1
  await expect(unseal({ ...sealed, [part]: toBase64(bytes) }, PASSPHRASE)).rejects.toBeInstanceOf(
    WrongPassphraseError,
  )
})

test('a seal opens only with the number of iterations it was made with', async () => {
  const more = { ...sealed, iterations: ITERATIONS + 1 }
  await expect(unseal(more, PASSPHRASE)).rejects.toBeInstanceOf(WrongPassphraseError)
})

test('it holds no trace of secret and passphrase, and no two are alike', async () => {
  const again = await seal(SECRET, PASSPHRASE)
  const text = JSON.stringify(sealed) + atob(sealed.ciphertext)
  expect(text).not.toContain('made-up-key')
  expect(text).not.toContain('horse')
  for (const part of ['salt', 'iv', 'ciphertext'] as const) expect(again[part]).not.toBe(sealed[part])
})

test('the keys are AES-GCM with 256 bits, cannot be taken out, and each guess costs 600,000 iterations or more', async () => {
  const importKey = vi.spyOn(crypto.subtle, 'importKey')
  const deriveKey = vi.spyOn(crypto.subtle, 'deriveKey')
  onTestFinished(() => void vi.restoreAllMocks())
  await unseal(await seal(SECRET, PASSPHRASE), PASSPHRASE)
  const keys = await Promise.all(
    [...importKey.mock.results, ...deriveKey.mock.results].map(({ value }) => value),
  )
  expect(keys).toHaveLength(4)
  for (const key of keys as CryptoKey[]) {
    expect(key.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  }
  for (const [derivation, , made, extractable, uses] of deriveKey.mock.calls) {
    expect(derivation).toMatchObject({ name: 'PBKDF2', hash: 'SHA-256' })
    expect((derivation as Pbkdf2Params).iterations).toBeGreaterThanOrEqual(600_000)
    expect(made).toEqual({ name: 'AES-GCM', length: 256 })
    expect(extractable).toBe(false)
    expect(uses).toHaveLength(1)
  }
})

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a text', 'made-up-key'],
  ['another version', { ...sealed, version: 2 }],
  ['too few iterations', { ...sealed, iterations: 1000 }],
  ['iterations that never end', { ...sealed, iterations: 1e15 }],
  ['iterations as text', { ...sealed, iterations: '600000' } satisfies Record<keyof Sealed, unknown>],
  ['no salt', { ...sealed, salt: '' }],
  ['broken base64', { ...sealed, ciphertext: '%%%' }],
])('%s is no seal', (_, value) => {
  expect(isSealed(value)).toBe(false)
})
