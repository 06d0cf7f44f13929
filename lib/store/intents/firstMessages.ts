import { firstMessageId, type Recipient } from '../../domain/firstMessage.ts'
import type { SendIntent } from '../../domain/intent.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { endOfLine } from './endOfLine.ts'
import { filesInBox, takeFiles } from './files.ts'
import { newSend } from './newSend.ts'
import type { ReplyWish } from './replies.ts'

/**
 * Puts a message to somebody there is no conversation with yet into the outbox, with the files in the box, and takes its
 * draft away, in one transaction. It has the safety of a reply: once it may have been delivered, it is never posted again
 * by itself.
 * @throws RangeError for an empty text, or a time that is past; the draft is kept
 */
export function enqueueFirst(
  db: Database,
  accountId: string,
  to: Recipient,
  text: string,
  now: number,
  { dueAt, draftUnseen = false }: Omit<ReplyWish, 'done'> = {},
): Promise<SendIntent> {
  const body = text.trim()
  if (body === '') return Promise.reject(new RangeError('An empty message cannot be sent'))
  if (dueAt !== undefined && !(dueAt > now)) return Promise.reject(new RangeError('That time is past'))
  const conversationId = firstMessageId(accountId, to)
  return db.transaction('rw', [db.outbox, db.drafts, db.files, db.settings], async () => {
    const [{ undoSeconds }, createdAt, inBox] = await Promise.all([
      readSettings(db),
      endOfLine(db, conversationId, now),
      draftUnseen ? [] : filesInBox(db, conversationId),
    ])
    const intent = newSend({
      accountId,
      conversationId,
      channel: 'inbox',
      text: body,
      createdAt,
      files: await takeFiles(db, inBox),
      undoMs: undoSeconds * 1000,
      dueAt,
      to,
      now,
    })
    await db.outbox.add(intent)
    if (!draftUnseen) await db.drafts.delete(conversationId)
    return intent
  })
}
