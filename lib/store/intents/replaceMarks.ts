import type { Conversation } from '../../domain/conversation.ts'
import type { MarkIntent, MarkKind } from '../../domain/intent.ts'
import type { Database } from '../database.ts'
import { newIntentId } from './newIntentId.ts'
import type { Undo } from './undo.ts'

/** Which mark takes another one back. */
export const OPPOSITE: Readonly<Record<MarkKind, MarkKind>> = {
  seen: 'unread',
  unread: 'seen',
  star: 'unstar',
  unstar: 'star',
}

type Marks = Pick<Undo, 'queued' | 'replaced'>
type Marked = Pick<Conversation, 'id' | 'accountId'>

/**
 * Queues a mark for each of some conversations. The latest wins: an older one of the same or the opposite kind that has
 * not gone out yet is dropped. Call inside a transaction over the outbox.
 */
export async function replaceMarks(
  db: Database,
  conversations: readonly Marked[],
  kind: MarkKind,
  now: number,
): Promise<Marks> {
  const ids = conversations.map(({ id }) => id)
  const { replaced } = await dropMarks(db, ids, [kind, OPPOSITE[kind]])
  const queued = conversations.map(
    ({ id, accountId }): MarkIntent => ({
      id: newIntentId(now),
      kind,
      accountId,
      conversationId: id,
      createdAt: now,
      attempts: 0,
      nextAttemptAt: now,
      state: 'queued',
      error: null,
    }),
  )
  if (queued.length > 0) await db.outbox.bulkAdd(queued)
  return { queued, replaced }
}

/** Drops marks of some kinds that have not gone out yet. Call inside a transaction over the outbox. */
export async function dropMarks(
  db: Database,
  conversationIds: readonly string[],
  kinds: readonly MarkKind[],
): Promise<Marks> {
  if (conversationIds.length === 0) return { queued: [], replaced: [] }
  const rows = await db.outbox.where('conversationId').anyOf(conversationIds).toArray()
  const replaced = rows.filter((row): row is MarkIntent => row.kind !== 'send' && kinds.includes(row.kind))
  if (replaced.length > 0) await db.outbox.bulkDelete(replaced.map(({ id }) => id))
  return { queued: [], replaced }
}
