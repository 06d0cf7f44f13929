import type { SendIntent } from '../../domain/intent.ts'
import { moveSend } from '../../domain/outboxMoves.ts'
import type { Database } from '../database.ts'
import { endOfLine } from './endOfLine.ts'
import { newIntentId } from './newIntentId.ts'

/**
 * A scheduled reply joins the line of its conversation, at its end: under a new id, as ids are the order of a line.
 * Call inside a transaction over the outbox.
 */
export async function joinLine(
  db: Database,
  scheduled: SendIntent,
  to: 'held' | 'queued',
  change: Partial<SendIntent>,
  now: number,
): Promise<void> {
  const createdAt = await endOfLine(db, scheduled.conversationId, now)
  const joined = moveSend(scheduled, to, { ...change, id: newIntentId(createdAt), createdAt })
  await db.outbox.delete(scheduled.id)
  await db.outbox.add(joined)
}
