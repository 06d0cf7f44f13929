import Dexie from 'dexie'
import type { Conversation } from '../../domain/conversation.ts'
import { foldText } from '../../domain/text.ts'
import type { Database } from '../database.ts'

const { minKey, maxKey } = Dexie
const SHELVES = ['inbox', 'snoozed', 'done'] as const

/** The conversations whose title holds every word of the query, newest activity first, wherever they lie. */
export async function searchConversations(
  db: Database,
  query: string,
  limit: number,
): Promise<Conversation[]> {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const matches = ({ title }: Conversation) => {
    const folded = foldText(title)
    return words.every((word) => folded.includes(word))
  }
  const found = await Promise.all(
    SHELVES.map((shelf) =>
      db.conversations
        .where('[shelf+lastActivityAt]')
        .between([shelf, minKey], [shelf, maxKey])
        .reverse()
        .filter(matches)
        .limit(limit)
        .toArray(),
    ),
  )
  return found
    .flat()
    .sort((a, b) => b.lastActivityAt - a.lastActivityAt)
    .slice(0, limit)
}

/** Conversations by id; those the cache lost are left out. */
export async function getConversations(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, Conversation>> {
  const rows = await db.conversations.bulkGet([...new Set(ids)])
  return new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])))
}
