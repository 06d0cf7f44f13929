import type { Conversation } from './conversation.ts'
import { isOver } from './isOver.ts'
import { showsMore } from './showsMore.ts'

const SAME_MOMENT_MS = 60_000
/** After this many looks that found nothing newer, the activity was not a message (a reaction, say). */
const MOST_LOOKS = 4
const FIRST_WAIT_MS = 45_000
const LONGEST_WAIT_MS = FIRST_WAIT_MS * 2 ** MOST_LOOKS

type Known = Pick<Conversation, 'lastActivityAt' | 'preview' | 'syncedTo' | 'emptyLooks' | 'nextLookAt'>

/** Whether the thread shows activity that its stored messages do not have yet, and it is time (local ms) to look. */
export function isBehind(conversation: Known, now: number): boolean {
  if (conversation.syncedTo === null) return true
  return showsMore(conversation) && isOver(conversation.nextLookAt, now, LONGEST_WAIT_MS)
}

/** The server time (ms) that a read of the thread has to reach to be level with the list. */
export function levelOf(conversation: Known): number {
  const shown = conversation.preview?.sentAt ?? 0
  const near = Math.abs(conversation.lastActivityAt - shown) < SAME_MOMENT_MS
  return near ? Math.min(shown, conversation.lastActivityAt) : conversation.lastActivityAt
}

/** What is known after a look at the thread whose newest message is of `newestAt` (server ms). */
export function afterLook(
  conversation: Known,
  newestAt: number,
  now: number,
): Pick<Conversation, 'syncedTo' | 'emptyLooks' | 'nextLookAt'> {
  const looks = conversation.emptyLooks + 1
  if (newestAt >= levelOf(conversation) || looks > MOST_LOOKS) {
    return { syncedTo: conversation.lastActivityAt, emptyLooks: 0, nextLookAt: 0 }
  }
  return { syncedTo: newestAt, emptyLooks: looks, nextLookAt: now + FIRST_WAIT_MS * 2 ** (looks - 1) }
}
