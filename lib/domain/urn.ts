import type { Channel } from './channel.ts'

const SALES_NAV_PREFIX = 'urn:li:salesNav_thread:'
const OWNER = /\(urn:li:fsd_profile:([^,()]+),/
const OPAQUE_PROFILE = /ACoAA[A-Za-z0-9_-]+/

/**
 * The part of a conversation or message URN that names the thread or message itself, whatever mailbox prefix
 * it came with: the text after the last `,` or `:`, without a trailing `)` (contract 0.4). A bare key stays as it is.
 */
export function keyOf(urnOrKey: string): string {
  const text = urnOrKey.trim()
  // Nobody says what these ids look like, so they are taken whole.
  if (isSalesNavUrn(text)) return text.slice(SALES_NAV_PREFIX.length)
  const cut = Math.max(text.lastIndexOf(','), text.lastIndexOf(':'))
  // Not by a regular expression: on a long run of brackets it would take for ever.
  let end = text.length
  while (end > cut + 1 && text[end - 1] === ')') end--
  return text.slice(cut + 1, end)
}

/** The profile id of the mailbox owner written inside a primary URN, or null where the URN has none (contract 0.4). */
export function ownerOf(urn: string): string | null {
  return OWNER.exec(urn)?.[1] ?? null
}

/** True for `urn:li:salesNav_thread:…`. */
export function isSalesNavUrn(urn: string): boolean {
  return urn.startsWith(SALES_NAV_PREFIX)
}

/** The URN of a Sales Navigator thread (contract 0.4). */
export function salesNavUrn(threadId: string): string {
  return `${SALES_NAV_PREFIX}${threadId}`
}

/** The URN of a thread of the normal inbox that came as a bare key, in the mailbox of `owner` where that is known. */
export function inboxUrn(key: string, owner: string | null): string {
  if (owner === null) return `urn:li:messagingThread:${key}`
  return `urn:li:msg_conversation:(urn:li:fsd_profile:${owner},${key})`
}

/** The opaque `ACoAA…` part of a profile id, URN or profile URL; anything else (a slug, say) comes back trimmed; empty gives null. */
export function normaliseProfileId(value: string | null | undefined): string | null {
  const text = value?.trim()
  if (!text) return null
  return OPAQUE_PROFILE.exec(text)?.[0] ?? keyOf(text)
}

/** The id of a conversation row: account + channel + thread key, so that one thread under any mailbox prefix is one row. */
export function conversationId(accountId: string, channel: Channel, key: string): string {
  return `${encodeURIComponent(accountId)}/${channel}/${key}`
}

/** The id of a message row: its conversation id + message key. */
export function messageId(conversation: string, key: string): string {
  return `${conversation}#${key}`
}

/**
 * The send time in ms that a message key carries: `2-` + base64 of `<13 digits>b…` (contract 0.4), or null where
 * the key does not decode to that.
 */
export function sentAtFromKey(key: string): number | null {
  const encoded = key.startsWith('2-') ? key.slice(2) : key
  try {
    const digits = /^(\d{13})/.exec(atob(encoded.replace(/-/g, '+').replace(/_/g, '/')))?.[1]
    return digits ? Number(digits) : null
  } catch {
    return null
  }
}
