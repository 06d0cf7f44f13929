import type { Conversation } from '../domain/conversation.ts'
import type { Message } from '../domain/message.ts'

/** A notification as decided, before any browser is asked. */
export type Decided =
  | { kind: 'conversation'; conversationId: string; title: string; text: string; accountName: string | null }
  | { kind: 'digest'; conversationIds: string[]; messages: number; titles: string[] }

export interface Scene {
  enabled: boolean
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
    if (scene.muted.has(conversation.id) || scene.onScreen.has(conversation.id)) continue
    const group = groups.get(conversation.id) ?? { conversation, messages: [] }
    group.messages.push(message)
    groups.set(conversation.id, group)
  }
  const all = [...groups.values()]
  const many = all.length > MOST_AT_ONCE || (all.length > 1 && all.some((group) => wasMissed(group, scene)))
  return many ? [digestOf(all)] : all.map((group) => noticeOf(group, scene))
}

/** Whether something came while nobody looked: after a sleep the user is told how much waits, not one by one. */
function wasMissed({ conversation, messages }: Group, scene: Scene): boolean {
  const missedUpTo = scene.missedUpTo.get(conversation.accountId) ?? 0
  return messages.some((message) => message.sentAt <= missedUpTo)
}

function digestOf(groups: readonly Group[]): Decided {
  return {
    kind: 'digest',
    conversationIds: groups.map(({ conversation }) => conversation.id),
    messages: groups.reduce((sum, { messages }) => sum + messages.length, 0),
    titles: groups.map(({ conversation }) => conversation.title),
  }
}

function noticeOf({ conversation, messages }: Group, scene: Scene): Decided {
  const newest = messages.reduce((a, b) => (b.sentAt >= a.sentAt ? b : a))
  const more = messages.length > 1 ? ` (+${messages.length - 1})` : ''
  return {
    kind: 'conversation',
    conversationId: conversation.id,
    title: `${conversation.title}${more}`,
    text: newest.text || 'Sent an attachment',
    accountName: scene.accountNames.get(conversation.accountId) ?? null,
  }
}
