import { text } from '../domain/texts.ts'
import type { Database } from '../store/database.ts'
import { markRead } from '../store/intents/marks.ts'
import { snooze } from '../store/intents/shelves.ts'
import { DIGEST, toldBy } from './notices.ts'

const HOUR = 3_600_000

interface NoticeAction {
  name(): string
  act(db: Database, conversationId: string, now: number): Promise<unknown>
}

/** What the buttons of a conversation's notification do, in their order. */
export const NOTICE_ACTIONS: readonly NoticeAction[] = [
  { name: () => text('action_markRead'), act: (db, id, now) => markRead(db, id, now, 'always') },
  { name: () => text('notice_snoozeHour'), act: (db, id, now) => snooze(db, id, now + HOUR) },
]

/** A button of a notification was pressed (local ms); what there is no button for does nothing. */
export async function actOnNotice(db: Database, notice: string, button: number, now: number): Promise<void> {
  if (notice === DIGEST) return
  for (const id of await toldBy(notice)) await NOTICE_ACTIONS[button]?.act(db, id, now)
}
