import type { ExportedThread } from '../../domain/export/writers.ts'
import type { Database } from '../database.ts'
import { messagePages } from '../queries/messagePages.ts'
import type { Piece } from './exportMessages.ts'

/** An export as one JSON object: its tables as lists, a row a line. */
export async function* jsonPieces(
  db: Database,
  threads: readonly ExportedThread[],
  conversationId: string | null,
  exportedAt: string,
): AsyncGenerator<Piece> {
  const head = JSON.stringify({ format: 'parley-export', version: 1, exportedAt })
  yield { text: `${head.slice(0, -1)},\n"accounts": `, messages: 0 }
  const ids = new Set(threads.map(({ conversation }) => conversation.accountId))
  const accounts = (await db.accounts.toArray()).filter(({ id }) => conversationId === null || ids.has(id))
  yield list(accounts.map(({ id, name, publicId }) => ({ id, name, publicId })))
  yield { text: ',\n"conversations": ', messages: 0 }
  yield list(threads.map(({ conversation }) => conversation))
  yield { text: ',\n"messages": [', messages: 0 }
  let first = true
  for (const { conversation } of threads) {
    for await (const page of messagePages(db, conversation.id)) {
      const rows = page.map(jsonOf).join(',\n')
      yield { text: `${first ? '\n' : ',\n'}${rows}`, messages: page.length }
      first = false
    }
  }
  yield { text: '\n]', messages: 0 }
  if (conversationId === null) yield* madeByUser(db)
  yield { text: '\n}\n', messages: 0 }
}

async function* madeByUser(db: Database): AsyncGenerator<Piece> {
  for (const name of ['outbox', 'drafts', 'triage', 'labels', 'snippets', 'personNotes', 'savedSearches']) {
    yield { text: `,\n"${name}": `, messages: 0 }
    yield list(await db.table(name).toArray())
  }
}

function list(rows: readonly unknown[]): Piece {
  return {
    text: rows.length === 0 ? '[]' : `[\n${rows.map(jsonOf).join(',\n')}\n]`,
    messages: 0,
  }
}

/** What JSON has no form for must not cost the whole export. */
function jsonOf(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
}
