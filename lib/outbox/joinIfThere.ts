import type { Recipient } from '../domain/firstMessage.ts'
import type { Lane } from '../domain/lane.ts'
import { joinThread } from '../store/commits/joinThread.ts'
import type { OutboxDeps } from './OutboxDeps.ts'

/**
 * Asks whether there is a conversation by now with somebody who was written to for the first time. Then what was sent
 * joins it, and the conversation is read, which finds what was delivered.
 * @returns whether there is one
 * @throws ApiError
 */
export async function joinIfThere(
  deps: OutboxDeps,
  { accountId }: { accountId: string },
  to: Recipient,
  lane: Lane,
): Promise<boolean> {
  const ask = () => deps.api.conversationExists({ accountId, profile: to.profile }, { lane: 'send' })
  const { conversationUrn } = await deps.ask(accountId, ask, lane)
  if (conversationUrn === null) return false
  const joined = await joinThread(deps.db, accountId, to, conversationUrn, deps.now())
  if (joined) await deps.readThread(joined.id, { sync: true, lane })
  return true
}
