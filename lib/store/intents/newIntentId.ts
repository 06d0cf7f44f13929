/** A new id that sorts by time of creation, then at random: 12 hex digits of ms, 16 of chance. */
export function newIntentId(now: number): string {
  const random = crypto.getRandomValues(new Uint8Array(8))
  const tail = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${now.toString(16).padStart(12, '0')}-${tail}`
}
