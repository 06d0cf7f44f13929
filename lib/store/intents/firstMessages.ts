import { firstMessageId, type Recipient } from '../../domain/firstMessage.ts'
import type { SendIntent } from '../../domain/intent.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { endOfLine } from './endOfLine.ts'
import { newIntentId } from './newIntentId.ts'

/**
 * Puts a message to somebody there is no conversation with yet into the outbox, and takes its draft away, in one
 * transaction. It has the safety of a reply: once it may have been delivered, it is never posted again by itself.
 * @throws RangeError for an empty text; the draft is kept
 */
export function enqueueFirst(
  db: Database,
  accountId: string,
  to: Recipient,
  text: string,
  now: number,
): Promise<SendIntent> {
  const body = text.trim()
  if (body === '') return Promise.reject(new RangeError('An empty message cannot be sent'))
  const conversationId = firstMessageId(accountId, to)
  return db.transaction('rw', [db.outbox, db.drafts, db.settings], async () => {
    const undoMs = (await readSettings(db)).undoSeconds * 1000
    const createdAt = await endOfLine(db, conversationId, now)
    const intent: SendIntent = {
      id: newIntentId(createdAt),
      kind: 'send',
      state: undoMs > 0 ? 'held' : 'queued',
      accountId,
      conversationId,
      channel: 'inbox',
      text: body,
      createdAt,
      attempts: 0,
      nextAttemptAt: now + undoMs,
      error: null,
      knownUpTo: null,
      misses: 0,
      lastMissAt: 0,
      messageKey: null,
      to,
    }
    await db.outbox.add(intent)
    await db.drafts.delete(conversationId)
    return intent
  })
}
