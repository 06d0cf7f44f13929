import type { Conversation } from '../../domain/conversation.ts'
import type { SendIntent } from '../../domain/intent.ts'
import type { Message } from '../../domain/message.ts'
import type { Span } from '../../domain/span.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { getConversation } from './conversations.ts'
import { messagesBefore, sendsOf, spansOf } from './thread.ts'
import { triageOf } from './triage.ts'

/** What a thread shows first. */
export interface NewestScreen {
  /** Null where the cache has none by this id. */
  conversation: Conversation | null
  /** The newest messages, oldest first. */
  messages: Message[]
  /** The message before the first of them. */
  before: Message | null
  sends: SendIntent[]
  spans: Span[]
  /** Null where the user did not touch it yet. */
  triage: Triage | null
}

/** Reads it at once, by the very queries that the page then watches; of the messages, the newest `limit`. */
export function readNewestScreen(db: Database, conversationId: string, limit: number): Promise<NewestScreen> {
  return db.transaction('r', [db.conversations, db.messages, db.outbox, db.spans, db.triage], async () => {
    const [conversation, rows, sends, spans, triage] = await Promise.all([
      getConversation(db, conversationId),
      messagesBefore(db, conversationId, null, limit + 1),
      sendsOf(db, conversationId),
      spansOf(db, conversationId),
      triageOf(db, conversationId),
    ])
    const before = rows.length > limit ? (rows.shift() ?? null) : null
    return { conversation: conversation ?? null, messages: rows, before, sends, spans, triage }
  })
}
