import { backendMessageUrn, backendThreadUrn, conversationUrn, messageUrn, profileUrn } from '../world/ids'
import type { Account, Conversation, Message, Person } from '../world/types'
import type { DialectName, Wire } from './dialect'
import { withExtras } from './extras'
import { profileUrl, spellProfile } from './profile'

/** A time in one of the spellings of contract 0.5. */
function spellTime(ms: number, as: Wire['activity']): string | number {
  if (as === 'ms') return ms
  if (as === 'placeholder') return 'string'
  const iso = new Date(ms).toISOString()
  return as === 'iso' ? iso : iso.replace('T', ' ').replace('Z', '+00:00')
}

function participant(person: Person, wire: Wire): Record<string, unknown> {
  return {
    profileId: spellProfile(person, wire.profile),
    name: person.name,
    headline: person.headline,
    profileUrl: profileUrl(person, wire),
    profilePicture: person.picture,
    distance: person.distance,
  }
}

/** Sales Nav threads tell less about people (contract 2.1, second sample row). */
const salesNavParticipant = (person: Person, _: Wire): Record<string, unknown> => ({
  name: person.name,
  headline: null,
  profilePicture: null,
})

/** The people of a conversation, as lists and message pages give them (contract 8.29). */
export function participantsOf(c: Conversation, owner: Account, wire: Wire): unknown[] {
  if (wire.participants === 'empty') return []
  const render = c.channel === 'salesNav' ? salesNavParticipant : participant
  const people = [...c.people, ...(wire.participants === 'withOwner' ? [owner] : [])]
  return people.map((person) => render(person, wire))
}

function latestOf(
  message: Message,
  c: Conversation,
  owner: Account,
  as: { keyed: boolean; legacy: boolean },
): Record<string, unknown> {
  const sender = message.sender === 'owner' ? owner : c.people[message.sender]
  const row: Record<string, unknown> = {
    text: message.text,
    ...(as.keyed ? {} : { sentAt: message.sentAt }),
    senderName: sender?.name ?? 'LinkedIn member',
    hasAttachment: message.attachments.length > 0,
  }
  if (as.keyed && !as.legacy) return { ...row, messageUrn: messageUrn(owner.profileId, message.key) }
  if (!as.legacy) return row
  return {
    ...row,
    messageUrn: messageUrn(owner.profileId, message.key),
    backendMessageUrn: backendMessageUrn(message.key),
    senderUrn: sender ? profileUrn(sender.profileId) : null,
    senderProfileUrl: sender ? `https://www.linkedin.com/in/${sender.profileId}` : null,
  }
}

function idOf(c: Conversation, owner: Account, as: Wire['conversationId']): string {
  if (as === 'key') return c.key
  if (as === 'backend') return backendThreadUrn(c.key)
  return c.channel === 'salesNav' ? c.urn : conversationUrn(owner.profileId, c.key)
}

function urnOf(c: Conversation, as: Wire['conversationUrn']): Record<string, unknown> {
  if (as === 'absent') return {}
  if (c.channel === 'salesNav' || as === 'primary') return { conversationUrn: c.urn }
  const other = c.people[0]?.profileId ?? ''
  return { conversationUrn: as === 'backend' ? backendThreadUrn(c.key) : conversationUrn(other, c.key) }
}

/** One row of GET /conversations (contract 2.1). */
export function conversationRow(
  c: Conversation,
  owner: Account,
  wire: Wire,
  dialect: DialectName,
): Record<string, unknown> {
  const newest = c.thread.at(0)
  const legacy = dialect === 'legacy'
  const row: Record<string, unknown> = {
    ...urnOf(c, wire.conversationUrn),
    conversationId: idOf(c, owner, wire.conversationId),
    lastActivityAt: spellTime(c.lastActivityAt, wire.activity),
    unreadCount: c.unreadCount,
    participants: participantsOf(c, owner, wire),
    latestMessage: wire.latest === 'null' ? null : {},
  }
  const keyed = wire.latest === 'keyed'
  if ((wire.latest === 'full' || keyed) && newest)
    row.latestMessage = latestOf(newest, c, owner, { keyed, legacy })
  if (c.channel === 'salesNav') Object.assign(row, { source: 'sales_navigator', salesNavThreadId: c.key })
  if (legacy) {
    Object.assign(row, {
      isRead: c.unreadCount === 0,
      lastReadAt: null,
      state: null,
      backendConversationUrn: backendThreadUrn(c.key),
      conversationUrl: `https://www.linkedin.com/messaging/thread/${c.key}/`,
    })
  }
  return withExtras(row, wire)
}
