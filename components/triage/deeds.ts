import type { Label } from '../../lib/domain/label.ts'
import { text } from '../../lib/domain/texts.ts'
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
  words: () => string
  /** They leave the list they are in. */
  away?: boolean
  write: (db: Database, ids: readonly string[], now: number) => Promise<Undo>
}

export const DONE: Deed = { words: () => text('triage_done'), away: true, write: markDone }

export const TO_INBOX: Deed = { words: () => text('triage_inInbox'), away: true, write: moveToInbox }

export const READ: Deed = {
  words: () => text('triage_read'),
  write: (db, ids, now) => markRead(db, ids, now, 'always'),
}

export const UNREAD: Deed = { words: () => text('triage_unread'), write: markUnread }

export function starring(starred: boolean): Deed {
  return {
    words: () => text(starred ? 'triage_starred' : 'triage_unstarred'),
    write: (db, ids, now) => setStarred(db, ids, starred, now),
  }
}

export function muting(muted: boolean): Deed {
  return {
    words: () => text(muted ? 'triage_muted' : 'triage_unmuted'),
    write: (db, ids) => setMuted(db, ids, muted),
  }
}

/** @param until local ms */
export function snoozing(until: number): Deed {
  return {
    words: () => text('triage_snoozed', { time: dueText(until) }),
    away: true,
    write: (db, ids) => snooze(db, ids, until),
  }
}

/** @param at local ms; null for no reminder any more */
export function reminding(at: number | null): Deed {
  const words = () =>
    at === null ? text('triage_reminderGone') : text('triage_reminding', { time: dueText(at) })
  return { words, write: (db, ids) => remind(db, ids, at) }
}

export function labelling({ id, name }: Label, on: boolean): Deed {
  return {
    words: () => text(on ? 'triage_labelled' : 'triage_unlabelled', { label: name }),
    write: (db, ids) => setLabel(db, ids, id, on),
  }
}
