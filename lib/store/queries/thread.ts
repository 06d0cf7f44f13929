import type { SendIntent } from '../../domain/intent.ts'
import type { Message } from '../../domain/message.ts'
import type { Span } from '../../domain/span.ts'
import type { Database } from '../database.ts'
import { maxKey, minKey } from '../keys.ts'

/** A place in a thread: server time, and the message key that decides among equals. */
export interface Place {
  sentAt: number
  key: string
}

/** The newest `limit` cached messages of a thread before a place (or of all), oldest first. */
export async function messagesBefore(
  db: Database,
  conversationId: string,
  before: Place | null,
  limit: number,
): Promise<Message[]> {
  const end = before ? [conversationId, before.sentAt, before.key] : [conversationId, maxKey]
  const rows = await db.messages
    .where('[conversationId+sentAt+key]')
    .between([conversationId, minKey], end, true, before === null)
    .reverse()
    .limit(limit)
    .toArray()
  return rows.reverse()
}

/** The oldest `limit` cached messages of a thread from a place on, oldest first. */
export function messagesFrom(
  db: Database,
  conversationId: string,
  from: Place,
  limit: number,
): Promise<Message[]> {
  return db.messages
    .where('[conversationId+sentAt+key]')
    .between([conversationId, from.sentAt, from.key], [conversationId, maxKey])
    .limit(limit)
    .toArray()
}

/** One message of a thread, or undefined where the cache has none by this id. */
export async function messageOf(
  db: Database,
  conversationId: string,
  id: string,
): Promise<Message | undefined> {
  const message = await db.messages.get(id)
  return message?.conversationId === conversationId ? message : undefined
}

/** The cached messages of a thread from one place up to (not including) another, oldest first; `to` null means up to the newest. */
export function messagesBetween(
  db: Database,
  conversationId: string,
  from: Place,
  to: Place | null,
): Promise<Message[]> {
  const end = to ? [conversationId, to.sentAt, to.key] : [conversationId, maxKey]
  return db.messages
    .where('[conversationId+sentAt+key]')
    .between([conversationId, from.sentAt, from.key], end, true, to === null)
    .toArray()
}

/** The replies of a thread that are still on their way or need the user, oldest first. */
export async function sendsOf(db: Database, conversationId: string): Promise<SendIntent[]> {
  const rows = await db.outbox.where('conversationId').equals(conversationId).sortBy('id')
  return rows.filter((row): row is SendIntent => row.kind === 'send')
}

/** The complete stretches of a thread, oldest first. */
export function spansOf(db: Database, conversationId: string): Promise<Span[]> {
  return db.spans
    .where('[conversationId+from]')
    .between([conversationId, minKey], [conversationId, maxKey])
    .toArray()
}
