import type { Account } from '../../domain/account.ts'
import type { Database } from '../database.ts'
import { forgetSpans } from './dropOldestMessages.ts'

/** A row of the cache that is not what it should be. */
export interface Unsound {
  table: string
  key: unknown
}

/**
 * Drops broken rows of the cache, and with each whatever says that it need not be fetched: the next runs bring it back
 * from the API. Marks of what the user read and was told are kept elsewhere, so nothing is announced again.
 */
export function dropUnsound(db: Database, found: readonly Unsound[]): Promise<void> {
  return db.transaction('rw', [db.accounts, db.conversations, db.messages, db.spans], async () => {
    for (const { table, key } of found) {
      await db.table(table).delete(key as string)
      if (table === 'messages') await readAnew(db, String(key).slice(0, String(key).lastIndexOf('#')))
      if (table === 'spans' && Array.isArray(key)) await readAnew(db, String(key[0]))
      if (table === 'conversations') await listAnew(db, accountOf(String(key)))
    }
  })
}

/** Has the newest messages of a conversation read again; what is older comes when it is scrolled to. */
async function readAnew(db: Database, conversationId: string): Promise<void> {
  await forgetSpans(db, conversationId)
  const conversation = await db.conversations.get(conversationId)
  if (!conversation) return
  await db.conversations.update(conversationId, { syncedTo: null })
  await takeUpImport(db, conversation.accountId, { stage: 'messages' })
}

/** Has the whole list of an account read again, silently. */
function listAnew(db: Database, accountId: string): Promise<void> {
  return takeUpImport(db, accountId, { stage: 'waiting', listed: 0 })
}

async function takeUpImport(
  db: Database,
  accountId: string,
  change: Partial<Account['import']>,
): Promise<void> {
  const account = await db.accounts.get(accountId)
  // One that runs already comes by on its own.
  const runs = account?.import.stage !== 'done' && change.stage === 'messages'
  if (account && !runs) await db.accounts.update(accountId, { import: { ...account.import, ...change } })
}

// A conversation's id begins with its account (design: identity).
function accountOf(conversationId: string): string {
  try {
    return decodeURIComponent(conversationId.slice(0, conversationId.indexOf('/')))
  } catch {
    return ''
  }
}
