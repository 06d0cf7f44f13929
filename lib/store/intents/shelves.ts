import type { Database } from '../database.ts'
import { touchConversation } from './touchConversation.ts'

/** Puts a conversation away until a newer message comes in; also read here. LinkedIn is told nothing. */
export function markDone(db: Database, conversationId: string, now: number): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage], async () => {
    await touchConversation(db, conversationId, (triage, known) => ({
      doneUpTo: Math.max(known.latestInboundAt, known.lastActivityAt),
      snoozedUntil: null,
      readUpTo: Math.max(triage.readUpTo, known.latestInboundAt, known.lastActivityAt),
      readAt: now,
      unreadMark: false,
    }))
  })
}

/** Puts a conversation away until a local time (ms), when it comes back unread. LinkedIn is told nothing. */
export function snooze(db: Database, conversationId: string, until: number): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage], async () => {
    await touchConversation(db, conversationId, () => ({ snoozedUntil: until, doneUpTo: null }))
  })
}

/** Takes a conversation back from done or snoozed. */
export function moveToInbox(db: Database, conversationId: string): Promise<void> {
  return db.transaction('rw', [db.conversations, db.triage], async () => {
    await touchConversation(db, conversationId, () => ({ snoozedUntil: null, doneUpTo: null }))
  })
}

/** Brings back, as unread, what was snoozed until now or earlier. Returns how many came back. */
export function wakeSnoozed(db: Database, now: number): Promise<number> {
  return db.transactionWithRoom('rw', [db.conversations, db.triage], async () => {
    const due = await db.triage.where('snoozedUntil').belowOrEqual(now).toArray()
    for (const triage of due) {
      const touched = await touchConversation(db, triage.conversationId, () => ({
        snoozedUntil: null,
        unreadMark: true,
      }))
      if (!touched) await db.triage.update(triage.conversationId, { snoozedUntil: null, unreadMark: true })
    }
    return due.length
  })
}

/** The next local time (ms) at which something snoozed comes back, or null. */
export async function nextWake(db: Database): Promise<number | null> {
  const next = await db.triage.where('snoozedUntil').above(0).first()
  return next?.snoozedUntil ?? null
}
