import type { TroubleWatch } from '../commands/Platform.ts'
import { type StorageFull, type StorageTrouble, TROUBLE_MEMO } from '../domain/storageTrouble.ts'
import { onMemo, readMemo, writeMemo } from './memo.ts'

/**
 * What the worker found wrong with storage, as a page sees it.
 * @param painted when it may begin to look
 */
export function createTroubleWatch(painted: Promise<void>): TroubleWatch {
  let state: StorageTrouble = { full: null, lostAt: null }
  const listeners = new Set<() => void>()
  const take = (change: Partial<StorageTrouble>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const takeFull = (value: unknown) => take({ full: (value as StorageFull | undefined) ?? null })
  const takeLost = (value: unknown) => take({ lostAt: typeof value === 'number' ? value : null })
  void painted.then(() => {
    onMemo(TROUBLE_MEMO.full, takeFull)
    onMemo(TROUBLE_MEMO.lostAt, takeLost)
    readMemo(TROUBLE_MEMO.full).then(takeFull, () => undefined)
    readMemo(TROUBLE_MEMO.lostAt).then(takeLost, () => undefined)
  })
  return {
    getState: () => state,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    dismissLost: () => void writeMemo(TROUBLE_MEMO.lostAt, null),
  }
}
