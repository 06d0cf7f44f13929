import type { SendIntent, SendState } from './intent.ts'

/** The legal moves of a send; anything else is a bug (design: outbox). */
export const SEND_MOVES: Readonly<Record<SendState, readonly SendState[]>> = {
  scheduled: ['held', 'queued'],
  held: ['queued'],
  // Back to scheduled where its time is long past: then it asks.
  queued: ['sending', 'failed', 'scheduled'],
  sending: ['sent', 'failed', 'unconfirmed', 'queued'],
  unconfirmed: ['sent', 'queued'],
  failed: ['queued'],
  sent: [],
}

export class IllegalMoveError extends Error {
  override readonly name = 'IllegalMoveError'
}

/**
 * The send with its state moved and the changes that go with it.
 * @throws IllegalMoveError where the table has no such move.
 */
export function moveSend(intent: SendIntent, to: SendState, change: Partial<SendIntent> = {}): SendIntent {
  if (!SEND_MOVES[intent.state].includes(to)) {
    throw new IllegalMoveError(`A send cannot go from ${intent.state} to ${to}`)
  }
  return { ...intent, ...change, state: to }
}
