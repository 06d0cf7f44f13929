import type { Database } from '../database.ts'
import { maxKey } from '../keys.ts'

/** What of one account is on this computer. */
interface AccountCache {
  accountId: string
  name: string
  conversations: number
  messages: number
  /** Server time (ms) of the oldest message that is here without a gap up to a newer one; null where there is none. */
  oldestAt: number | null
}

interface CacheStatistics {
  accounts: AccountCache[]
  /** Received files that were looked at: how many, and their bytes. */
  media: { count: number; bytes: number }
  /** Files that wait to be sent. */
  files: { count: number; bytes: number }
}

/** How much is kept, by account. Goes through indexes and keys, never through the messages themselves. */
export async function cacheStatistics(db: Database): Promise<CacheStatistics> {
  const accounts = await db.accounts.orderBy('id').toArray()
  const rows = accounts
    .toSorted((a, b) => a.position - b.position)
    .map(async ({ id, name }): Promise<AccountCache> => {
      const prefix = `${encodeURIComponent(id)}/`
      const [conversations, messages, oldestAt] = await Promise.all([
        db.conversations.where('accountId').equals(id).count(),
        db.messages.where('id').startsWith(prefix).count(),
        oldestOf(db, prefix),
      ])
      return { accountId: id, name, conversations, messages, oldestAt }
    })
  const media = (await db.media.orderBy('[fetchedAt+byteSize]').keys()) as unknown as [number, number][]
  const files = await db.files.toArray()
  return {
    accounts: await Promise.all(rows),
    media: { count: media.length, bytes: media.reduce((sum, [, bytes]) => sum + bytes, 0) },
    files: { count: files.length, bytes: files.reduce((sum, { byteSize }) => sum + byteSize, 0) },
  }
}

async function oldestOf(db: Database, prefix: string): Promise<number | null> {
  const spans = db.spans.where('[conversationId+from]').between([prefix], [`${prefix}\uffff`, maxKey])
  let oldest: number | null = null
  for (const [, from] of (await spans.primaryKeys()) as [string, number][]) {
    if (oldest === null || from < oldest) oldest = from
  }
  return oldest
}
