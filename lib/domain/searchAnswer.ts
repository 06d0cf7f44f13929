import type { Conversation } from './conversation.ts'
import type { Message } from './message.ts'

/** What a page asks the search worker. */
export interface SearchRequest {
  query: string
  /** At most so many messages. */
  limit: number
}

/** A message that was found, and where it stands. */
export interface Hit {
  message: Message
  conversation: Conversation
}

/** What the worker found. It says so again when that changes. */
export interface SearchAnswer extends SearchRequest {
  /** Conversations by their title, newest activity first. */
  people: Conversation[]
  /** Newest first. */
  hits: Hit[]
  /** A higher limit would bring more. */
  more: boolean
  /** Older messages are still being made searchable. */
  building: boolean
}
