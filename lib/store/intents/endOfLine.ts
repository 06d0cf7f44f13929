import type { Database } from '../database.ts'
import { sendsOf } from '../queries/thread.ts'

/**
 * The local time (ms) under which a reply joins the line of its conversation now: behind those that wait already, even
 * if the clock was set back or stood still. Call inside a transaction over the outbox.
 */
export async function endOfLine(db: Database, conversationId: string, now: number): Promise<number> {
  const last = (await sendsOf(db, conversationId)).at(-1)
  return Math.max(now, (last?.createdAt ?? 0) + 1)
}
