import type { Conversation } from '../domain/conversation.ts'
import type { Message } from '../domain/message.ts'
import type { AccountRule, NoticeContent, PersonRule } from '../domain/notifyRules.ts'
import { numberText, text } from '../domain/texts.ts'

/** A notification as decided, before any browser is asked. */
export type Decided =
  | {
      kind: 'conversation'
      conversationId: string
      title: string
      text: string
      accountName: string | null
      silent: boolean
    }
  /** Without titles where nobody's name may be shown. */
  | { kind: 'digest'; conversationIds: string[]; messages: number; titles: string[]; silent: boolean }

export interface Scene {
  enabled: boolean
  /** The quiet hours: only people who are always told are told now. */
  quiet: boolean
  content: NoticeContent
  sound: boolean
  /** By account id. */
  accountRules: ReadonlyMap<string, AccountRule>
  /** By conversation id, where it is with one person the user made a rule for. */
  personRules: ReadonlyMap<string, PersonRule['rule']>
  conversations: ReadonlyMap<string, Conversation>
  muted: ReadonlySet<string>
  /** Conversations that a visible page shows. */
  onScreen: ReadonlySet<string>
  /** Server time (ms) by account id: what was sent until then came while nobody looked. */
  missedUpTo: ReadonlyMap<string, number>
  /** Name by account id, where there are several. */
  accountNames: ReadonlyMap<string, string>
}

interface Group {
  conversation: Conversation
  messages: Message[]
}

/** More conversations than this at once become one digest. */
const MOST_AT_ONCE = 3

/**
 * What to tell of new inbound messages (design: attention). The marks have moved already: what is not told now never
 * is, and the badge still counts it. Only what waits to be read is told: not what was read meanwhile, nor what is snoozed.
 */
export function decide(arrivals: readonly Message[], scene: Scene): Decided[] {
  if (!scene.enabled) return []
  const groups = new Map<string, Group>()
  for (const message of arrivals) {
    const conversation = scene.conversations.get(message.conversationId)
    if (conversation?.unread !== 1) continue
    if (!isTold(conversation, scene)) continue
    const group = groups.get(conversation.id) ?? { conversation, messages: [] }
    group.messages.push(message)
    groups.set(conversation.id, group)
  }
  const all = [...groups.values()]
  const many = all.length > MOST_AT_ONCE || (all.length > 1 && all.some((group) => wasMissed(group, scene)))
  return many ? [digestOf(all, scene)] : all.map((group) => noticeOf(group, scene))
}

/** What concerns one conversation goes before what concerns a person, and that before an account and the hour. */
function isTold({ id, accountId }: Conversation, scene: Scene): boolean {
  if (scene.muted.has(id) || scene.onScreen.has(id)) return false
  const person = scene.personRules.get(id)
  if (person) return person === 'always'
  return !scene.quiet && scene.accountRules.get(accountId) !== 'off'
}

function isSilent({ conversation: { id, accountId } }: Group, scene: Scene): boolean {
  if (!scene.sound) return true
  return scene.accountRules.get(accountId) === 'silent' && scene.personRules.get(id) !== 'always'
}

/** Whether something came while nobody looked: after a sleep the user is told how much waits, not one by one. */
function wasMissed({ conversation, messages }: Group, scene: Scene): boolean {
  const missedUpTo = scene.missedUpTo.get(conversation.accountId) ?? 0
  return messages.some((message) => message.sentAt <= missedUpTo)
}

function digestOf(groups: readonly Group[], scene: Scene): Decided {
  return {
    kind: 'digest',
    conversationIds: groups.map(({ conversation }) => conversation.id),
    messages: groups.reduce((sum, { messages }) => sum + messages.length, 0),
    titles: scene.content === 'hidden' ? [] : groups.map(({ conversation }) => conversation.title),
    silent: groups.every((group) => isSilent(group, scene)),
  }
}

function noticeOf(group: Group, scene: Scene): Decided {
  const { conversation, messages } = group
  const newest = messages.reduce((a, b) => (b.sentAt >= a.sentAt ? b : a))
  const more = messages.length > 1 ? ` (+${numberText(messages.length - 1)})` : ''
  const title = scene.content === 'hidden' ? text('notice_newMessage') : conversation.title
  return {
    kind: 'conversation',
    conversationId: conversation.id,
    title: `${title}${more}`,
    text: scene.content === 'full' ? newest.text || text('notice_attachment') : text('notice_hidden'),
    accountName: scene.accountNames.get(conversation.accountId) ?? null,
    silent: isSilent(group, scene),
  }
}
