import type { Database } from '../database.ts'
import { shownConversations } from './shownConversations.ts'

/** The unread conversation with the newest activity that is not on screen already; null where there is none. */
export async function nextUnread(db: Database, onScreen: ReadonlySet<string>): Promise<string | null> {
  const limit = onScreen.size + 1
  const unread = await shownConversations(db, { filter: 'unread', accountId: null, limit })
  return unread.find(({ id }) => !onScreen.has(id))?.id ?? null
}
