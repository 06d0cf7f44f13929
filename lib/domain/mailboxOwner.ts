import type { Account } from './account.ts'
import type { ListedConversation } from './conversation.ts'
import { sameName } from './direction.ts'
import type { Participant } from './participant.ts'

/**
 * The profile id of an account's mailbox owner, as the conversation URNs of a list name it (contract 0.4), or null
 * where they do not agree. A thread may be named by the other person's mailbox, so a row has no say where its URN names
 * one of its participants who is not called as the account is. Where every row does, the account may have no name, or
 * go by another one: then those count that list the owner among several people.
 */
export function mailboxOwner(
  account: Pick<Account, 'name'>,
  listed: readonly ListedConversation[],
): string | null {
  const isNamed = sameName(account.name)
  const isOwner = ({ name }: Participant) => name !== null && isNamed?.(name) === true
  const certain: string[] = []
  const likely: string[] = []
  for (const { ownerProfileId: id, participants } of listed) {
    if (id === null) continue
    const named = participants.find((person) => person.profileId === id)
    if (!named || isOwner(named)) certain.push(id)
    else if (participants.length > 1 && !participants.some(isOwner)) likely.push(id)
  }
  return majorityOf(certain.length > 0 ? certain : likely)
}

function majorityOf(ids: readonly string[]): string | null {
  return ids.find((id) => ids.filter((other) => other === id).length > ids.length / 2) ?? null
}
