import type { Label } from '../../lib/domain/label.ts'
import type { Database } from '../../lib/store/database.ts'
import { setLabel } from '../../lib/store/intents/labels.ts'
import { markRead, markUnread, setStarred } from '../../lib/store/intents/marks.ts'
import { remind } from '../../lib/store/intents/reminders.ts'
import { setMuted } from '../../lib/store/intents/setMuted.ts'
import { markDone, moveToInbox, snooze } from '../../lib/store/intents/shelves.ts'
import type { Undo } from '../../lib/store/intents/undo.ts'
import { dueText } from './dueText.ts'

/** Something that can be done with conversations, and what is said once it was. */
export interface Deed {
  words: string
  /** They leave the list they are in. */
  away?: boolean
  write: (db: Database, ids: readonly string[], now: number) => Promise<Undo>
}

export const DONE: Deed = { words: 'Done', away: true, write: markDone }

export const TO_INBOX: Deed = { words: 'Moved to inbox', away: true, write: moveToInbox }

export const READ: Deed = {
  words: 'Marked as read',
  write: (db, ids, now) => markRead(db, ids, now, 'always'),
}

export const UNREAD: Deed = { words: 'Marked as unread', write: markUnread }

export function starring(starred: boolean): Deed {
  return {
    words: starred ? 'Starred' : 'Star taken off',
    write: (db, ids, now) => setStarred(db, ids, starred, now),
  }
}

export function muting(muted: boolean): Deed {
  return { words: muted ? 'Muted' : 'Not muted any more', write: (db, ids) => setMuted(db, ids, muted) }
}

/** @param until local ms */
export function snoozing(until: number): Deed {
  return {
    words: `Snoozed until ${dueText(until)}`,
    away: true,
    write: (db, ids) => snooze(db, ids, until),
  }
}

/** @param at local ms; null for no reminder any more */
export function reminding(at: number | null): Deed {
  const words = at === null ? 'No reminder any more' : `Comes back ${dueText(at)} if nobody answers`
  return { words, write: (db, ids) => remind(db, ids, at) }
}

export function labelling({ id, name }: Label, on: boolean): Deed {
  return {
    words: on ? `Labelled “${name}”` : `Label “${name}” taken off`,
    write: (db, ids) => setLabel(db, ids, id, on),
  }
}
