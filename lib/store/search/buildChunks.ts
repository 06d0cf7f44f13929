import Dexie from 'dexie'
import { changeOf } from '../../domain/searchChunk.ts'
import type { BacklogRow, Database } from '../database.ts'
import { changeChunks } from './changeChunks.ts'

const { minKey, maxKey } = Dexie
/** A stretch takes some 50 ms, for which nobody else can write messages. */
const MESSAGES_AT_ONCE = 500
const CONVERSATIONS_AT_ONCE = 20

/**
 * Makes the next stretch of the backlog searchable: messages that were cached before there was a search.
 * @returns whether there is more
 */
export function buildChunks(db: Database): Promise<boolean> {
  return db.transaction('rw', [db.messages, db.searchChunks, db.searchBacklog], async (tx) => {
    let left = MESSAGES_AT_ONCE
    for (const row of await db.searchBacklog.limit(CONVERSATIONS_AT_ONCE).toArray()) {
      if (left > 0) left -= await buildConversation(db, tx.idbtrans, row, left)
    }
    return (await db.searchBacklog.count()) > 0
  })
}

/** @returns how many messages it took */
async function buildConversation(
  db: Database,
  trans: IDBTransaction,
  { conversationId, from }: BacklogRow,
  limit: number,
): Promise<number> {
  const after = from ? [conversationId, from.sentAt, from.key] : [conversationId, minKey]
  const messages = await db.messages
    .where('[conversationId+sentAt+key]')
    .between(after, [conversationId, maxKey], false, true)
    .limit(limit)
    .toArray()
  const tables = { chunks: db.searchChunks.core, backlog: db.searchBacklog.core }
  const changes = messages.map((message) => ({ conversationId, ...changeOf(message) }))
  await changeChunks(tables, trans as never, changes)
  const last = messages.at(-1)
  if (last && messages.length === limit)
    await db.searchBacklog.put({ conversationId, from: { sentAt: last.sentAt, key: last.key } })
  else await db.searchBacklog.delete(conversationId)
  return messages.length
}
