import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import type { Conversation } from '../sandbox/world/types.ts'
import { IMPORTED, SHORT, type Size, SWITCHED, UNREAD } from './sizes.ts'

/** Starts the stand-in API with as many messages as a size says: the longest thread first, then those that never grow. */
export async function startWorld(size: Size, port: number): Promise<Sandbox> {
  const alike = SWITCHED + IMPORTED
  const rest = size.messages - size.longest - alike * SHORT
  const others = size.conversations - alike - 1
  const sandbox = await startSandbox({
    port,
    rateLimit: false,
    conversations: size.conversations,
    unread: 0,
    messagesPerConversation: (index) => {
      if (index === 0) return size.longest
      if (index <= alike) return SHORT
      return Math.floor(rest / others) + (index - alike <= rest % others ? 1 : 0)
    },
  })
  for (const conversation of toBeUnread(sandbox)) conversation.unreadCount = 1
  return sandbox
}

/** The newest conversations in which somebody waits for an answer, but for those the benchmarks open. */
function toBeUnread({ world }: Sandbox): Conversation[] {
  const waits = (conversation: Conversation) => conversation.thread.at(0)?.sender !== 'owner'
  return world
    .conversations()
    .slice(1 + SWITCHED)
    .filter(waits)
    .slice(0, UNREAD)
}
