import { contentOf, derivedKey, isDerivedKey } from '../../domain/derivedKey.ts'
import type { ReceivedMessage } from '../../domain/message.ts'
import { sentAtFromKey } from '../../domain/urn.ts'

/**
 * The messages of a page, oldest first (by `sentAt`, then key), one of each key.
 *
 * One message may come twice under different mailbox prefixes (contract 0.4), or with its id and without. A key that stands for different
 * messages is a placeholder (8.27): those get derived keys, so that none is lost.
 */
export function orderMessages(messages: readonly ReceivedMessage[]): ReceivedMessage[] {
  const placeholders = placeholderKeys(messages)
  const byKey = new Map<string, ReceivedMessage>()
  for (const message of messages) {
    const rekeyed = placeholders.has(message.key) && !isTrueKey(message)
    const one = rekeyed ? { ...message, urn: null, key: derivedKey(message) } : message
    byKey.set(one.key, one)
  }
  const all = [...byKey.values()]
  const named = all.filter(({ key }) => !isDerivedKey(key))
  // Hardly ever are there others, and what a text is once it is normalised takes time to tell.
  const known = new Set(named.length < all.length ? named.map(contentOf) : [])
  const nameless = all.filter((one) => isDerivedKey(one.key) && !known.has(contentOf(one)))
  return [...named, ...nameless].sort((a, b) => a.sentAt - b.sentAt || (a.key < b.key ? -1 : 1))
}

function placeholderKeys(messages: readonly ReceivedMessage[]): Set<string> {
  const firstOf = new Map<string, ReceivedMessage>()
  const placeholders = new Set<string>()
  for (const message of messages) {
    const first = firstOf.get(message.key)
    if (!first) firstOf.set(message.key, message)
    else if (first.sentAt !== message.sentAt || first.text !== message.text) placeholders.add(message.key)
  }
  return placeholders
}

/** A key that tells the message's own time is believed: the text was edited, and the later row tells it. */
function isTrueKey({ key, sentAt }: ReceivedMessage): boolean {
  return sentAtFromKey(key) === sentAt
}
