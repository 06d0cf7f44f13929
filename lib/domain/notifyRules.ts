import type { Conversation } from './conversation.ts'
import { idsOf, type Owner, othersOf } from './direction.ts'

/** How new messages to an account are told. */
export type AccountRule = 'on' | 'silent' | 'off'

/** What holds for one person, whatever their account's rule: told even in quiet hours, or not at all. */
export interface PersonRule {
  /** As they were called when it was made. */
  name: string
  rule: 'always' | 'never'
}

/** How much of a message a notification shows to whoever looks at the screen. */
export type NoticeContent = 'full' | 'names' | 'hidden'

export interface NotifyRules {
  notifyAccounts: Record<string, AccountRule>
  notifyPeople: Record<string, PersonRule>
}

/** The rule of an account; told unless the user chose otherwise. */
export function accountRuleOf(
  { notifyAccounts }: Pick<NotifyRules, 'notifyAccounts'>,
  id: string,
): AccountRule {
  // Ids are the API's: one called like something every object has finds nothing here.
  const own = Object.hasOwn(notifyAccounts, id) ? notifyAccounts[id] : undefined
  return own ?? 'on'
}

/** The rule of the one person a conversation is with, or null; a group has no single person to go by. */
export function personRuleOf(
  { notifyPeople }: Pick<NotifyRules, 'notifyPeople'>,
  conversation: Pick<Conversation, 'participants'>,
  owner: Owner,
): PersonRule['rule'] | null {
  const id = onlyPersonIdOf(conversation, owner)
  const own = id !== null && Object.hasOwn(notifyPeople, id) ? notifyPeople[id] : undefined
  return own?.rule ?? null
}

/** The profile id (or slug) of the one other person in a conversation; null for groups and for people without any. */
export function onlyPersonIdOf(
  { participants }: Pick<Conversation, 'participants'>,
  owner: Owner,
): string | null {
  const others = othersOf(participants, owner)
  const [only] = others
  return only && others.length === 1 ? (idsOf(only)[0] ?? null) : null
}
