import { fromBase64, toBase64 } from './base64.ts'

/** A secret under a passphrase, as it lies on the disk: nothing here is secret. Bytes are base64. */
export interface Sealed {
  version: 1
  salt: string
  iterations: number
  iv: string
  ciphertext: string
}

/** What OWASP asks of PBKDF2 with SHA-256; it is what makes each guess at the passphrase costly. */
export const ITERATIONS = 600_000
/** More would make a damaged row hang the page instead of failing. */
const MOST_ITERATIONS = 10_000_000
const SALT_BYTES = 16
const IV_BYTES = 12

/** The passphrase does not open the seal, or the seal was tampered with: AES-GCM cannot tell the two apart. */
export class WrongPassphraseError extends Error {
  override readonly name = 'WrongPassphraseError'
  constructor() {
    super('The passphrase does not open the seal')
  }
}

/** Encrypts a secret under a passphrase; salt and IV are new each time. */
export async function seal(secret: string, passphrase: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const key = await keyFrom(passphrase, salt, ITERATIONS, 'encrypt')
  const secretBytes = new TextEncoder().encode(secret)
  const ciphertext = await crypto.subtle.encrypt(algorithm(iv, ITERATIONS), key, secretBytes)
  return {
    version: 1,
    salt: toBase64(salt),
    iterations: ITERATIONS,
    iv: toBase64(iv),
    ciphertext: toBase64(new Uint8Array(ciphertext)),
  }
}

/**
 * Gives the secret back.
 * @throws WrongPassphraseError
 */
export async function unseal(sealed: Sealed, passphrase: string): Promise<string> {
  const { iterations } = sealed
  const key = await keyFrom(passphrase, fromBase64(sealed.salt), iterations, 'decrypt')
  try {
    const opened = algorithm(fromBase64(sealed.iv), iterations)
    return new TextDecoder().decode(await crypto.subtle.decrypt(opened, key, fromBase64(sealed.ciphertext)))
  } catch {
    throw new WrongPassphraseError()
  }
}

/** Whether a stored value is a seal that can be tried; a weaker one than ours was not made by us. */
export function isSealed(value: unknown): value is Sealed {
  const { version, salt, iterations, iv, ciphertext } = (value ?? {}) as Partial<Sealed>
  const isCount = Number.isSafeInteger(iterations) && typeof iterations === 'number'
  return (
    version === 1 &&
    isCount &&
    iterations >= ITERATIONS &&
    iterations <= MOST_ITERATIONS &&
    [salt, iv, ciphertext].every((part) => typeof part === 'string' && fromBase64(part).length > 0)
  )
}

/** The count is bound to the text, so that a seal only opens as it was made. */
function algorithm(iv: Uint8Array<ArrayBuffer>, iterations: number): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`parley-key-1:${iterations}`) }
}

async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  // Keyboards differ in how they compose letters; the same passphrase must open it on each.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [use])
}
