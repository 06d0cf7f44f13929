import type { Account } from './account.ts'
import type { ListedConversation } from './conversation.ts'
import { sameName } from './direction.ts'

/**
 * The profile id of an account's mailbox owner, as the conversation URNs of a list name it (contract 0.4), or null
 * where they do not agree. A thread may be named by the other person's mailbox, so a row has no say where its URN names
 * one of its participants who is not called as the account is.
 */
export function mailboxOwner(
  account: Pick<Account, 'name'>,
  listed: readonly ListedConversation[],
): string | null {
  const isOwner = sameName(account.name)
  const votes = new Map<string, number>()
  let voters = 0
  for (const { ownerProfileId: id, participants } of listed) {
    const named = participants.find((person) => person.profileId === id)
    if (id === null || (named && !(named.name && isOwner?.(named.name)))) continue
    votes.set(id, (votes.get(id) ?? 0) + 1)
    voters++
  }
  const winner = [...votes].find(([, count]) => count > voters / 2)
  return winner?.[0] ?? null
}
