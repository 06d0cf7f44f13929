import { afterLook } from '../domain/behind.ts'
import { commitLook } from '../store/commits/commitLook.ts'
import { readThread } from './readThread.ts'
import type { SyncDeps } from './SyncDeps.ts'
import { telling } from './telling.ts'

const FRESH_EVERY_MS = 60_000
const PAGES_TO_MEET = 3

/**
 * The user opened a thread: its newest page is read through to LinkedIn, at most once a minute; in between, and while
 * it stays on screen, only what is newer.
 * @throws ApiError
 */
export async function openConversation(deps: SyncDeps, conversationId: string): Promise<void> {
  const memo = `openedAt:${conversationId}`
  const openedAt = Number(await deps.memo.get(memo)) || 0
  if (Math.abs(deps.now() - openedAt) < FRESH_EVERY_MS) return refreshConversation(deps, conversationId)
  await read(deps, conversationId, true)
  await deps.memo.set(memo, deps.now())
}

/**
 * Looks for messages newer than the stored ones.
 * @throws ApiError
 */
export function refreshConversation(deps: SyncDeps, conversationId: string): Promise<void> {
  return read(deps, conversationId, false)
}

function read(deps: SyncDeps, conversationId: string, fresh: boolean): Promise<void> {
  return telling(deps, async (arrivals) => {
    const how = { lane: 'waiting', sync: fresh, whole: fresh, maxPages: PAGES_TO_MEET, arrivals } as const
    const { newestAt } = await readThread(deps, conversationId, how)
    const conversation = await deps.db.conversations.get(conversationId)
    if (!conversation || conversation.syncedTo === conversation.lastActivityAt) return
    const look = afterLook(conversation, newestAt, deps.now())
    // Looks of a page that is open come often; only those that found something count.
    if (look.syncedTo === conversation.lastActivityAt && look.emptyLooks === 0) {
      await commitLook(deps.db, conversationId, look)
    }
  })
}
