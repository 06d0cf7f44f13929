import type { Conversation } from '../../domain/conversation.ts'
import { standingOf } from '../../domain/standing.ts'
import { type Triage, untouched } from '../../domain/triage.ts'
import type { Database } from '../database.ts'

/**
 * Changes the triage of a conversation and its place in the lists with it. Call inside a transaction over
 * conversations and triage. Returns the conversation as it was, or undefined where there is none.
 */
export async function touchConversation(
  db: Database,
  conversationId: string,
  change: (triage: Triage, conversation: Conversation) => Partial<Triage>,
): Promise<Conversation | undefined> {
  const conversation = await db.conversations.get(conversationId)
  if (!conversation) return undefined
  const before = (await db.triage.get(conversationId)) ?? untouched(conversationId, conversation.accountId)
  const triage = { ...before, ...change(before, conversation) }
  await db.triage.put(triage)
  await db.conversations.update(conversationId, standingOf(conversation, triage))
  return conversation
}
