import {
  csvWriter,
  type ExportedThread,
  type ExportFormat,
  markdownWriter,
} from '../../domain/export/writers.ts'
import { text } from '../../domain/texts.ts'
import type { Database } from '../database.ts'
import { messagePages } from '../queries/messagePages.ts'
import { jsonPieces } from './jsonPieces.ts'

/** What is written next, and how many messages are in it. */
export interface Piece {
  text: string
  messages: number
}

/**
 * An export, piece by piece: everything that was read and made, or one conversation. Without the key, which is not in
 * the database. Not one moment's truth: what comes in meanwhile may be in it or not.
 * @param conversationId null for everything
 */
export async function* exportPieces(
  db: Database,
  format: ExportFormat,
  conversationId: string | null,
  exportedAt: string,
): AsyncGenerator<Piece> {
  const threads = await threadsOf(db, conversationId)
  if (format === 'json') return yield* jsonPieces(db, threads, conversationId, exportedAt)
  const writer = format === 'csv' ? csvWriter : markdownWriter
  yield { text: writer.begin(), messages: 0 }
  for (const thread of threads) {
    yield { text: writer.thread(thread), messages: 0 }
    for await (const page of messagePages(db, thread.conversation.id)) {
      yield { text: page.map((message) => writer.message(message, thread)).join(''), messages: page.length }
    }
  }
}

/** How many messages an export will have. */
export function countToExport(db: Database, conversationId: string | null): Promise<number> {
  if (conversationId === null) return db.messages.count()
  return db.messages
    .where('[conversationId+sentAt+key]')
    .between([conversationId], [conversationId, []])
    .count()
}

/** The conversations of an export, newest activity first. */
async function threadsOf(db: Database, conversationId: string | null): Promise<ExportedThread[]> {
  const names = new Map((await db.accounts.toArray()).map(({ id, name }) => [id, name]))
  const one = conversationId === null ? undefined : await db.conversations.get(conversationId)
  const rows = conversationId === null ? await db.conversations.toArray() : one ? [one] : []
  rows.sort((a, b) => b.lastActivityAt - a.lastActivityAt)
  return rows.map((conversation) => ({
    conversation,
    account: names.get(conversation.accountId) ?? text('export_you'),
  }))
}
