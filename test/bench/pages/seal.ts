const IV_BYTES = 12

/** A row of which only what indexes are made of can be read. */
export interface SealedRow {
  /** The IV, then what AES-GCM made of the rest of the row. */
  sealed: Uint8Array<ArrayBuffer>
}

export type Key = CryptoKey

/** A key as the vault would make it: nobody can read it out. */
export function makeKey(): Promise<Key> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** Seals a text; it opens only at its place, so that nobody can lay it somewhere else. */
export async function sealText(key: Key, text: string, place: string): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const bytes = await crypto.subtle.encrypt(algorithm(iv, place), key, new TextEncoder().encode(text))
  const sealed = new Uint8Array(IV_BYTES + bytes.byteLength)
  sealed.set(iv)
  sealed.set(new Uint8Array(bytes), IV_BYTES)
  return sealed
}

export async function openText(key: Key, sealed: Uint8Array<ArrayBuffer>, place: string): Promise<string> {
  const iv = sealed.subarray(0, IV_BYTES)
  return new TextDecoder().decode(
    await crypto.subtle.decrypt(algorithm(iv, place), key, sealed.subarray(IV_BYTES)),
  )
}

/** @param clear the fields that stay as they are */
export async function sealRow(
  key: Key,
  row: { id: string },
  clear: ReadonlySet<string>,
): Promise<SealedRow & Record<string, unknown>> {
  const fields = Object.entries(row)
  const hidden = Object.fromEntries(fields.filter(([name]) => !clear.has(name)))
  const sealed = await sealText(key, JSON.stringify(hidden), row.id)
  return { ...Object.fromEntries(fields.filter(([name]) => clear.has(name))), sealed }
}

export async function openRow(key: Key, row: SealedRow & { id: string }): Promise<Record<string, unknown>> {
  const { sealed, ...clear } = row
  return { ...clear, ...JSON.parse(await openText(key, sealed, row.id)) }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }
}
