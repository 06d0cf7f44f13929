import { spansOf } from '../store/queries/thread.ts'
import { readBelow } from './readBelow.ts'
import { readThread } from './readThread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

/** Pages that bring nothing new are borne up to here. */
const MOST_PAGES = 4
const MOST_PAGES_DOWN = 80

/**
 * Fetches the next messages older than all that are stored of a thread.
 * @returns how many were new, and whether the beginning of the thread is reached
 * @throws ApiError
 */
export function loadOlder(
  deps: SyncDeps,
  conversationId: string,
): Promise<{ added: number; complete: boolean }> {
  return telling(deps, async (arrivals) => {
    const reach = { on: { left: MOST_PAGES }, down: { left: MOST_PAGES_DOWN } }
    const how = { lane: 'waiting', reach, firstFind: true, arrivals } as const
    const older = await readBelow(deps, conversationId, null, how)
    const added =
      older?.added ??
      (
        await readThread(deps, conversationId, {
          lane: 'waiting',
          sync: true,
          whole: true,
          maxPages: MOST_PAGES,
          arrivals,
        })
      ).added
    const [lowest] = await spansOf(deps.db, conversationId)
    return { added, complete: lowest?.beginning ?? false }
  })
}
