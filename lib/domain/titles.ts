import { type Owner, othersOf, sameName } from './direction.ts'
import type { Participant } from './participant.ts'
import { text } from './texts.ts'

/**
 * The title of a conversation: the other people's names, else the sender's of a newest message that is not the owner's,
 * else the title it had, else "LinkedIn member" (contract 8.29).
 */
export function titleOf(
  participants: readonly Participant[],
  owner: Owner,
  latestSender: string | null,
  before?: string,
): string {
  const names = othersOf(participants, owner)
    .map((p) => p.name?.trim())
    .filter((name): name is string => !!name)
  if (names.length > 0) return names.join(', ')
  const sender = latestSender?.trim()
  return sender && !sameName(sender)?.(owner.name) ? sender : (before ?? text('person_nameless'))
}
