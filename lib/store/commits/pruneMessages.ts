import Dexie from 'dexie'
import type { Database } from '../database.ts'
import { dropMessages } from './dropMessages.ts'

const { minKey, maxKey } = Dexie

/** A stretch of time to prune, server ms, and what is left alone in it. */
export interface Pruning {
  /** From here on, and before there. */
  from: number
  before: number
  /** Rows looked at. */
  most: number
  /** The newest messages each conversation keeps: what opening it shows, and its row in the list. */
  newest: number
  /** Conversations (ids) that keep all of theirs. */
  spare: ReadonlySet<string>
}

/**
 * Drops the oldest messages of a stretch of time, conversation by conversation, each in a transaction of its own. Where
 * a reply is on its way, or a draft waits, all stay.
 * @returns how many went, and up to where (server ms, excluded) it looked
 */
export async function pruneMessages(
  db: Database,
  { from, before, most, newest, spare }: Pruning,
): Promise<{ dropped: number; reached: number }> {
  const rows = await db.messages.where('sentAt').between(from, before).limit(most).toArray()
  const last = rows.at(-1)
  const reached = last && rows.length === most ? last.sentAt + 1 : before
  let dropped = 0
  for (const id of new Set(rows.map((row) => row.conversationId))) {
    if (spare.has(id) || (await isInUse(db, id))) continue
    const keptFrom = await newestPageFrom(db, id, newest)
    if (keptFrom !== null && keptFrom > from)
      dropped += await dropMessages(db, id, Math.min(reached, keptFrom))
  }
  return { dropped, reached }
}

async function isInUse(db: Database, conversationId: string): Promise<boolean> {
  const replies = await db.outbox.where('conversationId').equals(conversationId).count()
  return replies > 0 || (await db.drafts.get(conversationId)) !== undefined
}

/** Server time (ms) of the oldest of the newest `count` messages of a conversation; null where it has no more than these. */
async function newestPageFrom(db: Database, conversationId: string, count: number): Promise<number | null> {
  const keys = await db.messages
    .where('[conversationId+sentAt+key]')
    .between([conversationId, minKey], [conversationId, maxKey])
    .reverse()
    .offset(count - 1)
    .limit(2)
    .keys()
  const [oldest, below] = keys as unknown as [string, number, string][]
  return oldest && below ? oldest[1] : null
}
