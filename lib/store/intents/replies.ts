import type { SendIntent, SendState } from '../../domain/intent.ts'
import { moveSend } from '../../domain/outboxMoves.ts'
import type { Database } from '../database.ts'
import { readSettings } from '../queries/settings.ts'
import { endOfLine } from './endOfLine.ts'
import { filesInBox, giveFilesBack, takeFiles } from './files.ts'
import { readHere, tellRead } from './marks.ts'
import { newSend } from './newSend.ts'
import { doneHere } from './shelves.ts'
import { touchConversations } from './touchConversations.ts'

/** What can be taken back: it was certainly not delivered. */
const EDITABLE: readonly SendState[] = ['scheduled', 'held', 'queued', 'failed']

/** What else the user wants of a reply. */
export interface ReplyWish {
  /** Not before this local time, ms. */
  dueAt?: number
  /** The conversation is done with it, in the same transaction. */
  done?: boolean
  /** It was written before the box could show the draft on the disk, which stays there, with its files. */
  draftUnseen?: boolean
}

/**
 * Puts a reply into the outbox, with the files in the box, and its bubble into the thread, and empties the draft, in one transaction. From here
 * on it cannot be lost. Answering is reading, so the conversation is read here too.
 * @throws RangeError for an empty text, or a time that is past; the draft is kept.
 */
export function enqueueReply(
  db: Database,
  conversationId: string,
  text: string,
  now: number,
  { dueAt, done = false, draftUnseen = false }: ReplyWish = {},
): Promise<SendIntent> {
  const body = text.trim()
  if (body === '') return Promise.reject(new RangeError('An empty reply cannot be sent'))
  if (dueAt !== undefined && !(dueAt > now)) return Promise.reject(new RangeError('That time is past'))
  const tables = [db.conversations, db.triage, db.outbox, db.drafts, db.files, db.settings]
  return db.transaction('rw', tables, async () => {
    // Side by side: the bubble waits for all of this.
    const [settings, touched, createdAt, inBox] = await Promise.all([
      readSettings(db),
      touchConversations(db, conversationId, (triage, known) =>
        done ? doneHere(triage, known, now) : readHere(triage, known, now),
      ),
      endOfLine(db, conversationId, now),
      draftUnseen ? [] : filesInBox(db, conversationId),
    ])
    const undoMs = settings.undoSeconds * 1000
    const [conversation] = touched.conversations
    if (!conversation) throw new RangeError('There is no such conversation to reply to')
    const { accountId, channel } = conversation
    const files = channel === 'inbox' ? await takeFiles(db, inBox) : []
    const intent = newSend({
      accountId,
      conversationId,
      channel,
      text: body,
      createdAt,
      files,
      undoMs,
      dueAt,
      now,
    })
    await Promise.all([
      db.outbox.add(intent),
      draftUnseen || db.drafts.delete(conversationId),
      tellRead(db, touched.conversations, 'byPolicy', settings, now),
    ])
    return intent
  })
}

/** The user asks to send a failed or unconfirmed reply again. A reply in any other state is left alone. */
export function sendAgain(db: Database, intentId: string, now: number): Promise<void> {
  return db.transaction('rw', [db.outbox], async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send' || (intent.state !== 'failed' && intent.state !== 'unconfirmed')) return
    // Asked for now, whatever time it was once meant for.
    const { dueAt: _, ...reply } = intent
    await db.outbox.put(
      moveSend(reply, 'queued', { error: null, nextAttemptAt: now, misses: 0, lastMissAt: 0 }),
    )
  })
}

/** Takes a reply that did not go out, or whose fate is unknown, out of the thread. One that is being sent stays. */
export function discardReply(db: Database, intentId: string): Promise<void> {
  return db.transaction('rw', [db.outbox], async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind === 'send' && intent.state !== 'sending' && intent.state !== 'sent') {
      await db.outbox.delete(intentId)
    }
  })
}

/**
 * Takes a failed, held or still waiting reply back into the reply box; text already there stays, below it.
 * An unconfirmed one may have been delivered, so it cannot be edited.
 */
export function editReply(db: Database, intentId: string, now: number): Promise<void> {
  return db.transaction('rw', [db.outbox, db.drafts, db.files], async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send' || !EDITABLE.includes(intent.state)) return
    const draft = await db.drafts.get(intent.conversationId)
    const text = draft?.text ? `${intent.text}\n${draft.text}` : intent.text
    await db.drafts.put({ conversationId: intent.conversationId, text, updatedAt: now })
    await giveFilesBack(db, intent.files)
    await db.outbox.delete(intentId)
  })
}
