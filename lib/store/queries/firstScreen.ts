import { FIRST_ROWS, type FirstScreen } from '../../domain/firstScreen.ts'
import type { Database } from '../database.ts'
import { allAccounts, allFreshness } from './accounts.ts'
import { readSettings } from './settings.ts'
import { countShownUnread, shownConversations } from './shownConversations.ts'

/** What a page shows first, by the very queries that the page then watches, as of one moment. */
export function readFirstScreen(db: Database): Promise<FirstScreen> {
  // One transaction: it costs a worker that just started more than what is read in it.
  const tables = [db.settings, db.accounts, db.freshness, db.counts, db.conversations]
  return db.transaction('r', tables, async () => {
    const [settings, accounts, freshness, unread, conversations] = await Promise.all([
      readSettings(db),
      allAccounts(db),
      allFreshness(db),
      countShownUnread(db),
      shownConversations(db, { filter: 'unread', accountId: null, limit: FIRST_ROWS }),
    ])
    return { settings, accounts, freshness, unread, conversations }
  })
}
