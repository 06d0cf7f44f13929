import type { Conversation } from './conversation.ts'
import type { Message } from './message.ts'
import type { SearchSuggestion } from './searchSuggestions.ts'

/** Messages that a screen shows; they come ahead of the rest. */
export const FIRST_SCREEN = 12

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
  /** What of the query is words, to be marked in what was found. */
  words: string
  /** Whether it asks for messages, for conversations alone, or for nothing yet. */
  asks: 'messages' | 'conversations' | 'nothing'
  /** How the query may go on. */
  suggestions: SearchSuggestion[]
  /** Conversations by their title or by what the query asks of them, newest activity first. */
  people: Conversation[]
  /** Newest first. */
  hits: Hit[]
  /** A higher limit would bring more. */
  more: boolean
  /** Older messages are still being made searchable. */
  building: boolean
  /** These are the newest, and older text is still being read: the whole answer follows. */
  partial: boolean
}
