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
 * Reads all that is known of threads in one go: each wait for the browser costs as much as some rows do. Null where
 * there is no such conversation.
 * @param commits of a thread each
 */
export async function readKnown(
  db: Database,
  commits: readonly Pick<MessagesCommit, 'conversationId' | 'account'>[],
): Promise<(Known | null)[]> {
  const ids = commits.map(({ conversationId }) => conversationId)
  const accountIds = [...new Set(commits.map(({ account }) => account.id))]
  const each = <T>(read: (id: string) => PromiseLike<T>) => Promise.all(ids.map(read))
  const [conversations, accounts, spans, triages, intents, firsts] = await Promise.all([
    db.conversations.bulkGet(ids),
    db.accounts.bulkGet(accountIds),
    each((id) => spansOf(db, id)),
    db.triage.bulkGet(ids),
    each((id) => db.outbox.where('conversationId').equals(id).sortBy('id')),
    each((id) =>
      db.messages
        .where('[conversationId+sentAt+key]')
        .between([id, minKey], [id, maxKey])
        .limit(1)
        .primaryKeys(),
    ),
  ])
  return commits.map(({ account }, at) => {
    const conversation = conversations[at]
    if (!conversation) return null
    return {
      conversation,
      account: accounts[accountIds.indexOf(account.id)],
      spans: spans[at] ?? [],
      triage: triages[at] ?? untouched(conversation.id, conversation.accountId),
      sends: (intents[at] ?? []).filter((row): row is SendIntent => row.kind === 'send'),
      isEmpty: firsts[at]?.length === 0,
    }
  })
}
