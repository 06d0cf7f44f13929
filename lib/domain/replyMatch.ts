import { COPIES_WITHIN_MS } from './copies.ts'
import type { SendIntent } from './intent.ts'
import type { Message } from './message.ts'
import { isSameReply } from './sameReply.ts'
import { normaliseText } from './text.ts'

/** How far (ms) the times of messages may be out of order: a reply can seem older than what was there before it. */
export const SKEW_MS = 5 * 60_000

/**
 * Which replies of a thread are found again among messages that were not stored before. A reply is found by the key
 * the API gave, else by the same text (white space aside, and at last how links are written) not older than what was
 * known when it was sent; the thread may show another key than the API gave. One message stands for one reply, oldest
 * first (design: outbox).
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
  for (const isSame of SAME) {
    for (const message of fresh) {
      if (found.has(message.id) || !mayBeOurs(message)) continue
      take(
        message,
        ({ knownUpTo, text }) => message.sentAt >= (knownUpTo ?? 0) - SKEW_MS && isSame(text, message.text),
      )
    }
  }
  return found
}

/**
 * Which messages of ours that were not stored before are replies that only their answers have shown so far, under other
 * keys than the thread has for them (contract 7.11). One message is one of them, oldest first.
 * @param echoes those whose own keys the thread does not show
 * @returns message id → the reply as its answer showed it
 */
export function matchEchoes(fresh: readonly Message[], echoes: readonly Message[]): Map<string, Message> {
  const found = new Map<string, Message>()
  const open = new Set(echoes)
  for (const isSame of SAME) {
    for (const message of fresh) {
      if (found.has(message.id) || !message.own) continue
      const echo = [...open].find(
        ({ sentAt, text }) =>
          Math.abs(message.sentAt - sentAt) <= COPIES_WITHIN_MS && isSame(text, message.text),
      )
      if (!echo) continue
      open.delete(echo)
      found.set(message.id, echo)
    }
  }
  return found
}

function isSameText(written: string, shown: string): boolean {
  return normaliseText(written) === normaliseText(shown)
}

/** The surer sign first. */
const SAME = [isSameText, isSameReply]
