import Dexie, { type DBCoreTable, type DBCoreTransaction } from 'dexie'
import { changeChunk, isChunk, type SearchChange } from '../../domain/searchChunk.ts'

/** A change of one message of a conversation. */
export interface PlacedChange extends SearchChange {
  conversationId: string
}

interface SearchTables {
  chunks: DBCoreTable
  backlog: DBCoreTable
}

// Below Dexie's tables, for the middleware, and so in `then` rather than `await`: native promises would leave the
// transaction's zone.

/** Brings the chunks up to some changes, inside a transaction. Each chunk that changes gets a new id. */
export function changeChunks(
  tables: SearchTables,
  trans: DBCoreTransaction,
  changes: readonly PlacedChange[],
): PromiseLike<void> {
  const byConversation = new Map<string, PlacedChange[]>()
  for (const change of changes) {
    const others = byConversation.get(change.conversationId)
    if (others) others.push(change)
    else byConversation.set(change.conversationId, [change])
  }
  const done = [...byConversation].map(([conversationId, ofIt]) => {
    ofIt.sort((a, b) => a.sentAt - b.sentAt)
    return changeConversation(tables, trans, conversationId, ofIt)
  })
  return Dexie.Promise.all(done).then(() => undefined)
}

/** @param changes those left, oldest first */
function changeConversation(
  tables: SearchTables,
  trans: DBCoreTransaction,
  conversationId: string,
  changes: readonly PlacedChange[],
): PromiseLike<void> {
  const first = changes[0]
  if (!first) return Dexie.Promise.resolve()
  const { chunks } = tables
  const index = chunks.schema.getIndexByKeyPath(['conversationId', 'upTo'])
  if (!index) throw new Error('searchChunks lost its index')
  const range = {
    // DBCoreRangeType.Range, which Dexie exports as a type alone.
    type: 2,
    lower: [conversationId, first.sentAt],
    upper: [conversationId, Number.POSITIVE_INFINITY],
  }
  return chunks
    .query({ trans, values: true, limit: 1, query: { index, range } })
    .then(({ result: [row] }) => {
      if (row !== undefined && !isChunk(row)) {
        return replace(chunks, trans, row.id, [])
          .then(() => tables.backlog.mutate({ type: 'put', trans, values: [{ conversationId, from: null }] }))
          .then(() => changeConversation(tables, trans, conversationId, changes))
      }
      const upTo = row?.upTo ?? Number.POSITIVE_INFINITY
      const here = changes.filter(({ sentAt }) => sentAt <= upTo)
      const next = changeChunk(conversationId, row, here)
      const replaced = next ? replace(chunks, trans, row?.id, next) : Dexie.Promise.resolve()
      return replaced.then(() =>
        changeConversation(tables, trans, conversationId, changes.slice(here.length)),
      )
    })
}

function replace(
  chunks: DBCoreTable,
  trans: DBCoreTransaction,
  id: number | undefined,
  next: readonly object[],
): PromiseLike<void> {
  const removed =
    id === undefined ? Dexie.Promise.resolve() : chunks.mutate({ type: 'delete', trans, keys: [id] })
  return removed.then(() =>
    next.length > 0
      ? // With the ids it gave: live queries are told of them.
        chunks.mutate({ type: 'add', trans, values: [...next] }).then(() => undefined)
      : undefined,
  )
}
