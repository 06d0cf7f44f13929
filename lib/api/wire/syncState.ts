import type { SyncStatusAnswer } from '../Api.ts'
import { fieldsIn, isRecord, layersOf, rowsIn } from './envelope.ts'
import { count, flag, record, rowOf, word } from './fields.ts'

const accountRow = rowOf({ accountId: word, id: word, syncState: record })
const syncState = rowOf({ initialSyncCompleted: flag, syncInProgress: flag, totalConversations: count })

export type SyncState = Pick<
  SyncStatusAnswer,
  'initialSyncCompleted' | 'syncInProgress' | 'totalConversations'
>

/** How far the API itself has read an account (contract 2.12), or null where the answer is no status. */
export function readSyncState(value: unknown, accountId: string): SyncState | null {
  const layers = layersOf(value)
  const fields = fieldsIn(layers)
  const rows = rowsIn(layers, ['accounts']) ?? ('syncState' in fields ? [fields] : null)
  if (!rows) return null
  const parsed = rows.filter(isRecord).map(accountRow)
  // A row without an account can only be meant for the one that was asked for.
  const own = parsed.find((row) => (row.accountId ?? row.id ?? accountId) === accountId)
  const state = syncState(own?.syncState ?? {})
  return {
    initialSyncCompleted: state.initialSyncCompleted,
    syncInProgress: state.syncInProgress ?? false,
    totalConversations: state.totalConversations ?? 0,
  }
}
