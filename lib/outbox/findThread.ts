import { ApiError } from '../api/ApiError.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Intent } from '../domain/intent.ts'
import type { Database } from '../store/database.ts'
import { readSettings } from '../store/queries/settings.ts'

/**
 * The thread an intent is for. Threads are cache while intents are not: where it is missing, its account may be gone,
 * or the thread only not be fetched again yet.
 * @returns null where it is still to come
 * @throws ApiError `accountGone` for an account that is off or that the key does not reach, `notFound` for a thread its
 * account does not have any more
 */
export async function findThread(
  db: Database,
  { accountId, conversationId }: Intent,
): Promise<Conversation | null> {
  if (!(await isAccountReached(db, accountId))) return null
  const [account, thread] = await Promise.all([
    db.accounts.get(accountId),
    db.conversations.get(conversationId),
  ])
  if (!thread && account?.import.stage === 'done')
    throw new ApiError({ kind: 'notFound', notDelivered: true })
  return thread ?? null
}

/**
 * Whether an account can be asked.
 * @returns false where it is still to come: while no account at all is known, the cache was just cleared, or the key is
 * just being changed
 * @throws ApiError `accountGone` for an account that is off or that the key does not reach
 */
export async function isAccountReached(db: Database, accountId: string): Promise<boolean> {
  const [account, { accountsOff }] = await Promise.all([db.accounts.get(accountId), readSettings(db)])
  if (!account && (await db.accounts.count()) === 0) return false
  if (!account || accountsOff.includes(accountId)) {
    throw new ApiError({ kind: 'accountGone', notDelivered: true })
  }
  return true
}
