import type { Conversation } from '../../domain/conversation.ts'
import { type Settings, seenPolicyOf } from '../../domain/settings.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { dropMarks, replaceMarks } from './replaceMarks.ts'
import { type Ids, touchConversations } from './touchConversations.ts'
import type { Undo } from './undo.ts'

type Marks = Pick<Undo, 'queued' | 'replaced'>

/**
 * Conversations were read here: on screen long enough (`telling: 'byPolicy'`, the API is told only if the account's
 * policy says so), or by a click on "Mark as read" (`'always'`).
 */
export function markRead(db: Database, ids: Ids, now: number, telling: 'byPolicy' | 'always'): Promise<Undo> {
  return db.transaction('rw', [db.conversations, db.triage, db.outbox, db.settings], async () => {
    const [settings, { conversations, steps }] = await Promise.all([
      readSettings(db),
      touchConversations(db, ids, (triage, known) => readHere(triage, known, now)),
    ])
    return { steps, ...(await tellRead(db, conversations, telling, settings, now)) }
  })
}

/** What a reading here makes of the triage of a conversation, at a local time (ms). */
export function readHere(
  triage: Triage,
  known: Pick<Conversation, 'latestInboundAt' | 'lastActivityAt'>,
  now: number,
): Pick<Triage, 'readUpTo' | 'readAt' | 'unreadMark'> {
  const readUpTo = Math.max(triage.readUpTo, known.latestInboundAt, known.lastActivityAt)
  return { readUpTo, readAt: now, unreadMark: false }
}

/**
 * Tells the API that conversations were read, where there was something to read and the account's policy allows it.
 * Call inside a transaction over the outbox.
 * @param conversations as they were before the reading
 */
export async function tellRead(
  db: Database,
  conversations: readonly Conversation[],
  telling: 'byPolicy' | 'always',
  settings: Settings,
  now: number,
): Promise<Marks> {
  const isTold = (row: Conversation) => isWaiting(row) && (telling === 'always' || isOnReading(settings, row))
  const told = conversations.filter(isTold)
  const others = conversations.filter((row) => !told.includes(row)).map(({ id }) => id)
  const [marks, dropped] = await Promise.all([
    replaceMarks(db, told, 'seen', now),
    dropMarks(db, others, ['unread']),
  ])
  return { queued: marks.queued, replaced: [...marks.replaced, ...dropped.replaced] }
}

function isWaiting({ unread, serverUnread }: Conversation): boolean {
  return unread === 1 || serverUnread > 0
}

function isOnReading(settings: Settings, { accountId }: Conversation): boolean {
  return seenPolicyOf(settings, accountId) === 'onReading'
}

/**
 * A reply is going out. Where the account's policy is to tell of a reading only by replying, now is the time: not
 * before, as the reply could have been taken back. Call inside a transaction over outbox and settings.
 */
export async function tellReplied(db: Database, conversation: Conversation, now: number): Promise<void> {
  const policy = seenPolicyOf(await readSettings(db), conversation.accountId)
  if (policy === 'onReply' && conversation.serverUnread > 0) {
    await replaceMarks(db, [conversation], 'seen', now)
  }
}

/** The user wants to come back to them: unread here at once and on LinkedIn soon. */
export function markUnread(db: Database, ids: Ids, now: number): Promise<Undo> {
  return db.transaction('rw', [db.conversations, db.triage, db.outbox], async () => {
    const { conversations, steps } = await touchConversations(db, ids, () => ({ unreadMark: true }))
    return { steps, ...(await replaceMarks(db, conversations, 'unread', now)) }
  })
}

/** Stars or unstars, here at once and on LinkedIn soon. */
export function setStarred(db: Database, ids: Ids, starred: boolean, now: number): Promise<Undo> {
  return db.transaction('rw', [db.conversations, db.triage, db.outbox], async () => {
    const { conversations, steps } = await touchConversations(db, ids, () => ({ starred }))
    return { steps, ...(await replaceMarks(db, conversations, starred ? 'star' : 'unstar', now)) }
  })
}
