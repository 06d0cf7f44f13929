import { afterLook, levelOf } from '../domain/behind.ts'
import type { Conversation } from '../domain/conversation.ts'
import type { Lane } from '../domain/lane.ts'
import type { Message } from '../domain/message.ts'
import { commitLook } from '../store/commits/commitLook.ts'
import { readThread } from './readThread.ts'
import type { SyncDeps } from './SyncDeps.ts'

const MAX_PAGES = 10

/**
 * Brings a thread level with what the list shows of it. The API answers from its own store first; where that is
 * behind its own list, LinkedIn is asked once (contract 7.9). New inbound messages go to `arrivals`.
 * @throws ApiError
 */
export async function pullThread(
  deps: SyncDeps,
  conversation: Conversation,
  lane: Lane,
  arrivals: Message[],
): Promise<void> {
  const how = { lane, whole: false, maxPages: MAX_PAGES, arrivals }
  let { newestAt } = await readThread(deps, conversation.id, { ...how, sync: false })
  if (newestAt < levelOf(conversation)) {
    const read = await readThread(deps, conversation.id, { ...how, sync: true })
    newestAt = Math.max(newestAt, read.newestAt)
  }
  await commitLook(deps.db, conversation.id, afterLook(conversation, newestAt, deps.now()))
}
