import type { Conversation } from '../../domain/conversation.ts'
import type { Triage } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { readHere } from './marks.ts'
import { type Ids, touchTriage } from './touchConversations.ts'
import { touchLocally } from './touchLocally.ts'
import type { Undo } from './undo.ts'

/** Puts conversations away until a newer message comes in; also read here. LinkedIn is told nothing. */
export function markDone(db: Database, ids: Ids, now: number): Promise<Undo> {
  return touchLocally(db, ids, (triage, known) => doneHere(triage, known, now))
}

/** What being done with a conversation makes of its triage, at a local time (ms). */
export function doneHere(
  triage: Triage,
  known: Pick<Conversation, 'latestInboundAt' | 'lastActivityAt'>,
  now: number,
): Partial<Triage> {
  const doneUpTo = Math.max(known.latestInboundAt, known.lastActivityAt)
  return { doneUpTo, snoozedUntil: null, ...readHere(triage, known, now) }
}

/** Puts conversations away until a local time (ms), when they come back unread. LinkedIn is told nothing. */
export function snooze(db: Database, ids: Ids, until: number): Promise<Undo> {
  return touchLocally(db, ids, () => ({ snoozedUntil: until, doneUpTo: null }))
}

/** Takes conversations back from done or snoozed. */
export function moveToInbox(db: Database, ids: Ids): Promise<Undo> {
  return touchLocally(db, ids, () => ({ snoozedUntil: null, doneUpTo: null }))
}

/** Brings back, as unread, what was snoozed until now or earlier. Returns how many came back. */
export async function wakeSnoozed(db: Database, now: number): Promise<number> {
  const ended = db.triage.where('snoozedUntil').belowOrEqual(now)
  // Asked first, as each poll asks: what may write is dear, and mostly nothing ended.
  if ((await ended.count()) === 0) return 0
  return db.transactionWithRoom('rw', [db.conversations, db.triage], async () => {
    const due = await ended.primaryKeys()
    await touchTriage(db, due, () => ({ snoozedUntil: null, unreadMark: true }))
    return due.length
  })
}
