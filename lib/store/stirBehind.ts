import type { DBCoreTable, DBCoreTransaction } from 'dexie'
import type { Conversation } from '../domain/conversation.ts'
import { showsMore } from '../domain/showsMore.ts'

/** A conversation that shows more than is stored of it. */
export interface BehindRow {
  accountId: string
  conversationId: string
}

/** What of a conversation tells whether it is. */
export type Stirred = Pick<Conversation, 'accountId' | 'lastActivityAt' | 'syncedTo'>

/** The row of a conversation that is behind, whether it is time to look or not; undefined for others. */
export function behindRow(conversationId: string, row: Stirred | undefined): BehindRow | undefined {
  // A broken row is nobody's.
  if (typeof row?.accountId !== 'string' || !showsMore(row)) return undefined
  return { accountId: row.accountId, conversationId }
}

interface Written {
  keys: readonly unknown[]
  /** The rows of these keys, in their order. */
  before: readonly (Stirred | undefined)[]
  after: readonly (Stirred | undefined)[]
}

/** Has the table tell what a write made of some conversations; nothing is written where that is what it was. */
export function stirBehind(
  table: DBCoreTable,
  trans: DBCoreTransaction,
  { keys, before, after }: Written,
): PromiseLike<unknown> | undefined {
  const gone: unknown[] = []
  const come: BehindRow[] = []
  for (const [at, key] of keys.entries()) {
    const [was, is] = [behindRow(String(key), before[at]), behindRow(String(key), after[at])]
    if (was && was.accountId !== is?.accountId) gone.push([was.accountId, was.conversationId])
    if (is && is.accountId !== was?.accountId) come.push(is)
  }
  const put = come.length > 0 ? table.mutate({ type: 'put', trans, values: come }) : undefined
  if (gone.length === 0) return put
  const removed = table.mutate({ type: 'delete', trans, keys: gone })
  return put ? removed.then(() => put) : removed
}
