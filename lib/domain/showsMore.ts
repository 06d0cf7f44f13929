import type { Conversation } from './conversation.ts'

/** Whether the thread shows activity that its stored messages do not have yet. */
export function showsMore({
  lastActivityAt,
  syncedTo,
}: Pick<Conversation, 'lastActivityAt' | 'syncedTo'>): boolean {
  return syncedTo === null || lastActivityAt > syncedTo
}
