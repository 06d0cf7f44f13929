import { together } from '../domain/together.ts'
import type { Database } from '../store/database.ts'
import { spansOf } from '../store/queries/thread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import type { Thread } from './walkBack.ts'

const readers = new WeakMap<Database, (conversationId: string) => Promise<Thread | undefined>>()

/** A stored conversation with its account and spans, or undefined where one of the two is gone. */
export function threadOf({ db }: SyncDeps, conversationId: string): Promise<Thread | undefined> {
  const read = readers.get(db) ?? together((ids: string[]) => threadsOf(db, ids))
  readers.set(db, read)
  return read(conversationId)
}

function threadsOf(db: Database, ids: readonly string[]): Promise<Map<string, Thread>> {
  return db.transaction('r', [db.conversations, db.accounts, db.spans], async () => {
    const [conversations, spans] = await Promise.all([
      db.conversations.bulkGet([...ids]),
      Promise.all(ids.map((id) => spansOf(db, id))),
    ])
    const accountIds = new Set(conversations.flatMap((row) => (row ? [row.accountId] : [])))
    const accounts = new Map(
      (await db.accounts.bulkGet([...accountIds])).flatMap((row) => (row ? [[row.id, row]] : [])),
    )
    return new Map(
      conversations.flatMap((conversation, at): [string, Thread][] => {
        const account = conversation && accounts.get(conversation.accountId)
        return account ? [[conversation.id, { account, conversation, spans: spans[at] ?? [] }]] : []
      }),
    )
  })
}
