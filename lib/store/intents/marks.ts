import type { Conversation } from '../../domain/conversation.ts'
import type { MarkIntent, MarkKind } from '../../domain/intent.ts'
import { seenPolicyOf } from '../../domain/settings.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { newIntentId } from './newIntentId.ts'
import { touchConversation } from './touchConversation.ts'

const OPPOSITE: Record<MarkKind, MarkKind> = {
  seen: 'unread',
  unread: 'seen',
  star: 'unstar',
  unstar: 'star',
}

/**
 * The conversation was read here: on screen long enough (`telling: 'byPolicy'`, the API is told only if the
 * account's policy says so), or by a click on "Mark as read" (`'always'`).
 */
export function markRead(
  db: Database,
  conversationId: string,
  now: number,
  telling: 'byPolicy' | 'always',
): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage, db.outbox, db.settings], async () => {
    const conversation = await touchConversation(db, conversationId, (triage, known) => ({
      readUpTo: Math.max(triage.readUpTo, known.latestInboundAt, known.lastActivityAt),
      readAt: now,
      unreadMark: false,
    }))
    if (conversation) await tellRead(db, conversation, telling, now)
  })
}

/**
 * Tells the API that a conversation was read, if there was something to read and the account's policy allows it.
 * Call inside a transaction over outbox and settings.
 * @param conversation as it was before the reading
 */
export async function tellRead(
  db: Database,
  conversation: Conversation,
  telling: 'byPolicy' | 'always',
  now: number,
): Promise<void> {
  const { id, accountId } = conversation
  const policy = seenPolicyOf(await readSettings(db), accountId)
  const allowed = telling === 'always' || policy === 'onReading'
  const waiting = conversation.unread === 1 || conversation.serverUnread > 0
  if (waiting && allowed) await replaceMark(db, accountId, id, 'seen', now)
  else await dropMark(db, id, 'unread')
}

/**
 * A reply is going out. Where the account's policy is to tell of a reading only by replying, now is the time: not
 * before, as the reply could have been taken back. Call inside a transaction over outbox and settings.
 */
export async function tellReplied(db: Database, conversation: Conversation, now: number): Promise<void> {
  const { id, accountId, serverUnread } = conversation
  const policy = seenPolicyOf(await readSettings(db), accountId)
  if (policy === 'onReply' && serverUnread > 0) await replaceMark(db, accountId, id, 'seen', now)
}

/** The user wants to come back to it: unread here at once and on LinkedIn soon. */
export function markUnread(db: Database, conversationId: string, now: number): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage, db.outbox], async () => {
    const conversation = await touchConversation(db, conversationId, () => ({ unreadMark: true }))
    if (conversation) await replaceMark(db, conversation.accountId, conversationId, 'unread', now)
  })
}

/** Stars or unstars, here at once and on LinkedIn soon. */
export function setStarred(
  db: Database,
  conversationId: string,
  starred: boolean,
  now: number,
): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage, db.outbox], async () => {
    const conversation = await touchConversation(db, conversationId, () => ({ starred }))
    if (!conversation) return
    await replaceMark(db, conversation.accountId, conversationId, starred ? 'star' : 'unstar', now)
  })
}

/** The latest mark wins: an older one of the same or the opposite kind that has not gone out yet is dropped. */
async function replaceMark(
  db: Database,
  accountId: string,
  conversationId: string,
  kind: MarkKind,
  now: number,
): Promise<void> {
  await dropMark(db, conversationId, kind)
  await dropMark(db, conversationId, OPPOSITE[kind])
  const intent: MarkIntent = {
    id: newIntentId(now),
    kind,
    accountId,
    conversationId,
    createdAt: now,
    attempts: 0,
    nextAttemptAt: now,
    state: 'queued',
    error: null,
  }
  await db.outbox.add(intent)
}

async function dropMark(db: Database, conversationId: string, kind: MarkKind): Promise<void> {
  await db.outbox
    .where('conversationId')
    .equals(conversationId)
    .filter((row) => row.kind === kind)
    .delete()
}
