import type { Message } from './message.ts'
import { normaliseText } from './text.ts'

/**
 * A browser may repeat a post by itself when its connection dies (design: outbox); the copies then lie no further apart
 * (ms) than a send can take, and the delivery of both.
 */
export const COPIES_WITHIN_MS = 2 * 60_000

type Reply = Pick<Message, 'text' | 'sentAt' | 'intentId'>

/**
 * Which messages repeat a reply that was sent from here: our own, of the same text, at about the same time, and not
 * themselves such a reply.
 * @returns message id → id of the intent it repeats
 */
export function findCopies(fresh: readonly Message[], replies: readonly Reply[]): Map<string, string> {
  const found = new Map<string, string>()
  const sent = replies.filter((reply) => reply.intentId !== undefined)
  for (const message of fresh) {
    if (!message.own || message.intentId) continue
    const text = normaliseText(message.text)
    const repeated = sent.find(
      (reply) =>
        Math.abs(reply.sentAt - message.sentAt) <= COPIES_WITHIN_MS && normaliseText(reply.text) === text,
    )
    if (repeated?.intentId) found.set(message.id, repeated.intentId)
  }
  return found
}
