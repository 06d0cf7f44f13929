import type { ListedConversation } from '../../domain/conversation.ts'
import type { ConversationsAnswer } from '../Api.ts'
import { ownerIn, readConversation } from './conversation.ts'
import { fieldsIn, layersOf, rowsIn } from './envelope.ts'
import { cursor, flag, rowOf } from './fields.ts'
import { readRows } from './readRows.ts'

const page = rowOf({ nextCursor: cursor, cursor, hasMore: flag })

export type ConversationsPage = Pick<ConversationsAnswer, 'conversations' | 'nextCursor' | 'hasMore'> & {
  reasons: string[]
}

/** A page of conversations (contract 2.1), or null where the answer has no list of conversations. */
export function readConversationsPage(value: unknown): ConversationsPage | null {
  const layers = layersOf(value)
  const rows = rowsIn(layers, ['conversations'])
  if (!rows) return null
  const head = page(fieldsIn(layers))
  const owner = rows.map(ownerIn).find((id) => id !== null) ?? null
  const { items, reasons } = readRows(rows, (row) => readConversation(row, owner))
  return {
    conversations: newestOfEach(items),
    nextCursor: head.nextCursor ?? head.cursor,
    hasMore: head.hasMore,
    reasons,
  }
}

/** Lists reorder while they are read, so a thread may come twice (contract 7.4): the newer row counts. */
export function newestOfEach(conversations: readonly ListedConversation[]): ListedConversation[] {
  const byThread = new Map<string, ListedConversation>()
  for (const one of conversations) {
    const thread = `${one.channel}/${one.key}`
    const known = byThread.get(thread)
    if (!known || (one.lastActivityAt ?? 0) > (known.lastActivityAt ?? 0)) byThread.set(thread, one)
  }
  return [...byThread.values()]
}
