import { readBelow } from './readBelow.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

const MOST_PAGES = 10
const MOST_PAGES_DOWN = 80

/**
 * Fetches what is missing below the span that begins at `from` (server ms), page by page, until it meets the span
 * under it.
 * @throws ApiError; what was fetched before stays, and the gap is that much smaller
 */
export function loadGap(
  deps: SyncDeps,
  conversationId: string,
  from: number,
): Promise<{ added: number; closed: boolean }> {
  return telling(deps, async (arrivals) => {
    const reach = { on: { left: MOST_PAGES }, down: { left: MOST_PAGES_DOWN } }
    const how = { lane: 'waiting', reach, firstFind: false, arrivals } as const
    const read = await readBelow(deps, conversationId, from, how)
    return { added: read?.added ?? 0, closed: read?.complete ?? true }
  })
}
