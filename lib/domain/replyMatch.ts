import type { SendIntent } from './intent.ts'
import type { Message } from './message.ts'
import { normaliseText } from './text.ts'

/**
 * Which replies of a thread are found again among messages that were not stored before. A reply is found by the key
 * the API gave, else by the same text (white space aside) not older than what was known when it was sent; one
 * message stands for one reply, oldest first (design: outbox).
 * @param mayBeOurs false for messages that are certainly the other person's, who may well write the same
 * @returns message id → the reply it is
 */
export function matchReplies(
  fresh: readonly Message[],
  sends: readonly SendIntent[],
  mayBeOurs: (message: Message) => boolean,
): Map<string, SendIntent> {
  const found = new Map<string, SendIntent>()
  // Refused or waiting for another try, it may have been delivered all the same: by an attempt before, or by the
  // browser's own repetition, of which only the second answer came back.
  const open = sends.filter((send) => send.knownUpTo !== null)
  const take = (message: Message, test: (send: SendIntent) => boolean) => {
    const index = open.findIndex(test)
    const send = open[index]
    if (!send) return
    open.splice(index, 1)
    found.set(message.id, send)
  }
  for (const message of fresh) take(message, (send) => send.messageKey === message.key)
  for (const message of fresh) {
    if (found.has(message.id) || !mayBeOurs(message)) continue
    const text = normaliseText(message.text)
    take(message, (send) => {
      if (send.messageKey !== null || send.knownUpTo === null) return false
      return message.sentAt >= send.knownUpTo && normaliseText(send.text) === text
    })
  }
  return found
}
