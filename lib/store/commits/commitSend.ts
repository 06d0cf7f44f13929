import { isDue, NEVER } from '../../domain/due.ts'
import type { IntentError, SendIntent } from '../../domain/intent.ts'
import type { Message, ReceivedMessage } from '../../domain/message.ts'
import { newerPreview } from '../../domain/newerPreview.ts'
import { moveSend } from '../../domain/outboxMoves.ts'
import { isLate } from '../../domain/scheduled.ts'
import { standingOf } from '../../domain/standing.ts'
import { untouched } from '../../domain/triage.ts'
import { messageId } from '../../domain/urn.ts'
import type { Database } from '../database.ts'
import { tellReplied } from '../intents/marks.ts'
import { touchTriage } from '../intents/touchConversations.ts'
import { messagesBefore } from '../queries/thread.ts'

/**
 * Takes a queued reply for sending, if it still is queued and due: from this commit on it may have been delivered. A
 * scheduled one that comes here long after its time, as the network was away say, is scheduled again, and asks. One that
 * joined the line of another conversation meanwhile is left to whoever holds that.
 * @returns the reply as it is now, or null where somebody else was faster
 */
export function beginSend(
  db: Database,
  { id, conversationId }: Pick<SendIntent, 'id' | 'conversationId'>,
  now: number,
): Promise<SendIntent | null> {
  const tables = [db.outbox, db.messages, db.conversations, db.settings]
  return db.transactionWithRoom('rw', tables, async () => {
    const intent = await db.outbox.get(id)
    if (intent?.kind !== 'send' || intent.state !== 'queued' || !isDue(intent, now)) return null
    if (intent.conversationId !== conversationId) return null
    if (isLate(intent, now)) {
      await db.outbox.put(moveSend(intent, 'scheduled', { error: null }))
      return null
    }
    const [newest] = await messagesBefore(db, intent.conversationId, null, 1)
    // A thread without stored messages has a past all the same, and the same text may stand in it.
    const conversation = await db.conversations.get(intent.conversationId)
    const sending = moveSend(intent, 'sending', {
      attempts: intent.attempts + 1,
      knownUpTo: intent.knownUpTo ?? newest?.sentAt ?? conversation?.lastActivityAt ?? 0,
      misses: 0,
      lastMissAt: 0,
      error: null,
    })
    await db.outbox.put(sending)
    if (conversation) await tellReplied(db, conversation, now)
    return sending
  })
}

/** The time to take a reply back is over: it is due now (local ms). Does nothing where it was taken back meanwhile. */
export function releaseHeld(db: Database, intentId: string, now: number): Promise<void> {
  return db.transactionWithRoom('rw', [db.outbox], async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send' || intent.state !== 'held') return
    await db.outbox.put(moveSend(intent, 'queued', { nextAttemptAt: now }))
  })
}

/**
 * Puts a reply that is on its way, or waiting, into another state. Does nothing where it left the outbox meanwhile. One
 * that failed needs the user: its conversation comes back from where they put it away.
 */
export function settleSend(
  db: Database,
  intentId: string,
  to: 'queued' | 'failed' | 'unconfirmed',
  change: { error: IntentError | null; nextAttemptAt: number },
): Promise<void> {
  const tables = to === 'failed' ? [db.outbox, db.conversations, db.triage] : [db.outbox]
  return db.transactionWithRoom('rw', tables, async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send') return
    if (to === 'failed') await bringBack(db, intent.conversationId)
    await db.outbox.put(intent.state === to ? { ...intent, ...change } : moveSend(intent, to, change))
  })
}

/**
 * The API took the reply: its row becomes the message, in one transaction. Where the API answered without an id, the
 * row stays as "sent" until the thread shows the message. Where a sync found it first, there is nothing left to do.
 */
export function commitSent(db: Database, intentId: string, echo: ReceivedMessage | null): Promise<void> {
  const tables = [db.outbox, db.messages, db.conversations, db.triage]
  return db.transactionWithRoom('rw', tables, async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send') return
    // A first message has no thread to be put into yet.
    if (!echo || intent.to) {
      await db.outbox.put(moveSend(intent, 'sent', { error: null, messageKey: echo?.key ?? null }))
      return
    }
    const { claimedOwn: _, ...received } = echo
    const id = messageId(intent.conversationId, echo.key)
    const message: Message = {
      ...received,
      ...(received.attachments.length === 0 ? asAttachments(intent) : {}),
      id,
      conversationId: intent.conversationId,
      own: true,
      intentId,
      echo: true,
    }
    await db.outbox.delete(intentId)
    const conversation = await db.conversations.get(intent.conversationId)
    // The thread left the cache meanwhile, and comes back whole if it does.
    if (!conversation) return
    await db.messages.put(message)
    const { id: conversationId, accountId } = conversation
    const next = {
      ...conversation,
      preview: newerPreview(conversation.preview, message),
      lastActivityAt: Math.max(conversation.lastActivityAt, message.sentAt),
    }
    const triage = (await db.triage.get(conversationId)) ?? untouched(conversationId, accountId)
    await db.conversations.put({ ...next, ...standingOf(next, triage) })
  })
}

/** A look at the thread did not find an unconfirmed reply. */
export function noteMiss(db: Database, intentId: string, now: number, nextLookAt: number): Promise<void> {
  return db.transactionWithRoom('rw', [db.outbox, db.conversations, db.triage], async () => {
    const intent = await db.outbox.get(intentId)
    if (intent?.kind !== 'send' || intent.state !== 'unconfirmed') return
    if (nextLookAt === NEVER) await bringBack(db, intent.conversationId)
    await db.outbox.put({ ...intent, misses: intent.misses + 1, lastMissAt: now, nextAttemptAt: nextLookAt })
  })
}

/** What went along, until the thread itself is read and tells where it lies. */
function asAttachments({ files = [] }: SendIntent): Partial<Pick<Message, 'attachments' | 'hasAttachment'>> {
  if (files.length === 0) return {}
  const attachments = files.map(({ name, mediaType, byteSize }) => ({ name, mediaType, byteSize, url: null }))
  return { attachments, hasAttachment: true }
}

async function bringBack(db: Database, conversationId: string): Promise<void> {
  await touchTriage(db, conversationId, ({ doneUpTo, snoozedUntil }) =>
    doneUpTo === null && snoozedUntil === null ? null : { doneUpTo: null, snoozedUntil: null },
  )
}
