import { fullAfter, isFullError, type StorageFull, TROUBLE_MEMO } from '../domain/storageTrouble.ts'
import { compact } from '../store/compact.ts'
import type { SyncDeps } from './SyncDeps.ts'

type Deps = Pick<SyncDeps, 'db' | 'memo' | 'now'>

/**
 * Does what writes to the cache. That there is no room for it is noted outside the database, for the pages to show and
 * the next runs to wait.
 * @throws whatever `work` throws, a full disk too: whoever asked has to know
 */
export async function noteFull<T>(deps: Deps, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isFullError(error)) {
      await deps.memo.set(TROUBLE_MEMO.full, fullAfter(await readFull(deps), deps.now()))
      // Perhaps it was only full of what is long gone; then the next run fits.
      await compact(deps.db).catch(() => undefined)
    }
    throw error
  }
}

/** Since when the disk has been full, and until when runs wait; null while there is room. */
export async function readFull(deps: Pick<Deps, 'memo'>): Promise<StorageFull | null> {
  return ((await deps.memo.get(TROUBLE_MEMO.full)) ?? null) as StorageFull | null
}

/** There is room again. */
export function clearFull(deps: Pick<Deps, 'memo'>): Promise<void> {
  return deps.memo.set(TROUBLE_MEMO.full, null)
}

/** The database came back empty. */
export function noteLost(deps: Pick<Deps, 'memo' | 'now'>): Promise<void> {
  return deps.memo.set(TROUBLE_MEMO.lostAt, deps.now())
}

/** Everything was deleted because the user wanted it so. */
export async function forgetTrouble(deps: Pick<Deps, 'memo'>): Promise<void> {
  await clearFull(deps)
  await deps.memo.set(TROUBLE_MEMO.lostAt, null)
}
