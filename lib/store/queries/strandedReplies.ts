import type { SendIntent } from '../../domain/intent.ts'
import type { Database } from '../database.ts'
import { shownAccounts } from './shownConversations.ts'

/** Replies in the outbox whose account is off or not reached by the key, oldest first: no thread shows them. */
export async function strandedReplies(db: Database): Promise<SendIntent[]> {
  // While no account at all is known, the cache was just cleared, or the key is just being changed.
  if ((await db.accounts.count()) === 0) return []
  const shown = new Set((await shownAccounts(db)).map(({ id }) => id))
  const rows = await db.outbox.orderBy('id').toArray()
  return rows.filter(
    (row): row is SendIntent => row.kind === 'send' && row.state !== 'sent' && !shown.has(row.accountId),
  )
}
