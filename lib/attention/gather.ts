import type { Message } from '../domain/message.ts'

/** Accounts are read side by side: what they bring within this time (ms) came at once. */
const AT_ONCE_MS = 1_500

/**
 * Collects new messages for a moment, so that whether there are few or many is decided over all accounts. Nobody waits
 * for it; what a dying worker takes with it the badge still tells (design: attention).
 */
export function gather(tell: (messages: Message[]) => Promise<void>): (messages: Message[]) => Promise<void> {
  const waiting: Message[] = []
  return async (messages) => {
    if (waiting.length === 0) {
      setTimeout(() => void tell(waiting.splice(0)).catch(() => undefined), AT_ONCE_MS)
    }
    waiting.push(...messages)
  }
}
