import type { Lane } from '../domain/lane.ts'
import type { Message } from '../domain/message.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { threadOf } from './threadOf.ts'
import { walkBack } from './walkBack.ts'

/** Ask again for this much (ms) before the newest stored message: `since` may be exclusive, and messages may be late. */
const OVERLAP_MS = 5_000
const PAGE = 50

export interface ThreadRead {
  /** Server time of the newest message the API showed, ms; 0 if it showed none. */
  newestAt: number
  /** Messages that were not stored before. */
  added: number
}

/**
 * Reads the newest messages of a thread and stores them page by page, until known ground is reached or `maxPages` are
 * read; what lies between then is left as a gap. Of a thread without stored messages, the newest page is enough.
 * @param how `sync` waits for LinkedIn; `whole` reads the newest page even where a `since` would do; news go to `arrivals`
 * @throws ApiError; what was read before stays
 */
export async function readThread(
  deps: SyncDeps,
  conversationId: string,
  how: {
    lane: Lane
    sync: boolean
    whole: boolean
    maxPages: number
    importedTo?: number | undefined
    arrivals: Message[]
  },
): Promise<ThreadRead> {
  const thread = await threadOf(deps, conversationId)
  if (!thread) return { newestAt: 0, added: 0 }
  const top = thread.spans.at(-1)
  const walked = await walkBack(deps, thread, {
    lane: how.lane,
    sync: how.sync,
    count: PAGE,
    ...(top && !how.whole ? { since: Math.max(0, top.to - OVERLAP_MS) } : {}),
    ground: top?.to ?? null,
    allowance: { left: how.maxPages },
    ...(top ? {} : { enoughAt: Number.POSITIVE_INFINITY }),
    importedTo: how.importedTo,
    arrivals: how.arrivals,
  })
  return { newestAt: walked?.newestAt ?? 0, added: walked?.added ?? 0 }
}
