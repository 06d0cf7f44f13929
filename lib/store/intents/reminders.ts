import type { Database } from '../database.ts'
import { type Ids, touchTriage } from './touchConversations.ts'
import { touchLocally } from './touchLocally.ts'
import type { Undo } from './undo.ts'

/**
 * Brings conversations back as unread at a local time (ms), wherever they lie, unless somebody writes in them before;
 * null forgets that. LinkedIn is told nothing.
 */
export function remind(db: Database, ids: Ids, at: number | null): Promise<Undo> {
  return touchLocally(db, ids, (_, known) => ({
    remindAt: at,
    remindSince: at === null ? 0 : Math.max(known.latestInboundAt, known.lastActivityAt),
  }))
}

/** Brings back, as unread, what nobody answered until now. Returns how many came back. */
export async function wakeReminders(db: Database, now: number): Promise<number> {
  const ended = db.triage.where('remindAt').belowOrEqual(now)
  // As with what is snoozed.
  if ((await ended.count()) === 0) return 0
  return db.transactionWithRoom('rw', [db.conversations, db.triage], async () => {
    const due = await ended.primaryKeys()
    await touchTriage(db, due, () => ({
      remindAt: null,
      unreadMark: true,
      snoozedUntil: null,
      doneUpTo: null,
    }))
    return due.length
  })
}
