import Dexie from 'dexie'
import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { SendIntent } from '../../domain/intent.ts'
import type { Span } from '../../domain/span.ts'
import { type Triage, untouched } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { spansOf } from '../queries/thread.ts'
import type { MessagesCommit } from './commitMessages.ts'

const { minKey, maxKey } = Dexie

/** What is stored of a thread before messages of it are. */
export interface Known {
  conversation: Conversation
  account: Account | undefined
  /** Oldest first. */
  spans: readonly Span[]
  triage: Triage
  sends: readonly SendIntent[]
  /** No message is. */
  isEmpty: boolean
}

/**
 * Reads all that is known of a thread in one go: each wait for the browser costs as much as some rows do. Null where
 * there is no such conversation.
 */
export async function readKnown(
  db: Database,
  { conversationId: id, account }: MessagesCommit,
): Promise<Known | null> {
  const [conversation, stored, spans, triage, intents, first] = await Promise.all([
    db.conversations.get(id),
    db.accounts.get(account.id),
    spansOf(db, id),
    db.triage.get(id),
    db.outbox.where('conversationId').equals(id).sortBy('id'),
    db.messages
      .where('[conversationId+sentAt+key]')
      .between([id, minKey], [id, maxKey])
      .limit(1)
      .primaryKeys(),
  ])
  if (!conversation) return null
  return {
    conversation,
    account: stored,
    spans,
    triage: triage ?? untouched(id, conversation.accountId),
    sends: intents.filter((row): row is SendIntent => row.kind === 'send'),
    isEmpty: first.length === 0,
  }
}
