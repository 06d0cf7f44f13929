import type { Channel } from './channel.ts'
import type { FailureKind } from './failure.ts'
import type { FileFacts } from './file.ts'
import type { Recipient } from './firstMessage.ts'

export type SendState = 'scheduled' | 'held' | 'queued' | 'sending' | 'sent' | 'failed' | 'unconfirmed'
type MarkState = 'queued' | 'sending' | 'failed'

/** Why the last attempt did not end well. `text` is the API's own sentence or ours, never the message. */
export interface IntentError {
  kind: FailureKind
  text: string
}

interface IntentBase {
  /** Own id, sortable by time of creation. */
  id: string
  accountId: string
  conversationId: string
  createdAt: number
  attempts: number
  /** Not before this local time, ms. */
  nextAttemptAt: number
  error: IntentError | null
}

/** A reply on its way (design: outbox). Account and channel are those of its conversation and never change. */
export interface SendIntent extends IntentBase {
  kind: 'send'
  state: SendState
  channel: Channel
  text: string
  /** Server time (ms) of the newest message known when the first attempt began; the reply cannot be older. Null before that. */
  knownUpTo: number | null
  /** Clean looks at the thread that did not find it, and when the last was (local ms). */
  misses: number
  lastMissAt: number
  /** The message key the API answered with, if it did. */
  messageKey: string | null
  /** The files that go with it, in order; absent where there are none. */
  files?: readonly FileFacts[]
  /** When the user wants it to go out, local ms; much later than that it asks instead. Absent where it goes out at once. */
  dueAt?: number
  /** Whom it goes to where there is no conversation yet; `conversationId` only stands for one then. */
  to?: Recipient
}

export type MarkKind = 'seen' | 'unread' | 'star' | 'unstar'

/** Marks on a conversation: repeating them does no harm, and the latest of a kind wins. */
export interface MarkIntent extends IntentBase {
  kind: MarkKind
  state: MarkState
}

export type Intent = SendIntent | MarkIntent
