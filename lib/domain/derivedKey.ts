import type { ReceivedMessage } from './message.ts'
import { normaliseText } from './text.ts'

const DERIVED = 'derived-'

type Content = Pick<ReceivedMessage, 'sentAt' | 'senderProfileId' | 'senderName' | 'text'>

/**
 * A key for a message that came without a usable one: the same time, sender and text give the same key in every
 * answer (design: identity).
 */
export function derivedKey({ sentAt, senderProfileId, senderName, text }: Content): string {
  const sender = senderProfileId ?? senderName ?? ''
  return `${DERIVED}${hash(JSON.stringify([sentAt, sender, normaliseText(text)]))}`
}

export function isDerivedKey(key: string): boolean {
  return key.startsWith(DERIVED)
}

/** What two rows have in common that are one message, once with its id and once without: time (server ms) and text. */
export function contentOf({ sentAt, text }: Pick<ReceivedMessage, 'sentAt' | 'text'>): string {
  return `${sentAt} ${normaliseText(text)}`
}

/** cyrb53 (bryc, public domain): 53 bits are plenty inside one thread, and it needs no async crypto. */
function hash(text: string): string {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    h1 = Math.imul(h1 ^ code, 2654435761)
    h2 = Math.imul(h2 ^ code, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return (4294967296 * (2097151 & h2) + (h1 >>> 0)).toString(16).padStart(14, '0')
}
