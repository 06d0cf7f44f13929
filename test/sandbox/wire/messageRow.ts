import { backendMessageUrn, messageUrn } from '../world/ids'
import type { Account, Attachment, Conversation, Message, Person } from '../world/types'
import type { Wire } from './dialect'
import { withExtras } from './extras'
import { profileUrl, spellProfile } from './profile'

function attachmentRow(a: Attachment): Record<string, unknown> {
  return {
    type: a.mediaType.startsWith('image/') ? 'image' : 'file',
    name: a.name,
    mediaType: a.mediaType,
    byteSize: a.byteSize,
    url: a.url,
  }
}

function idsOf(m: Message, c: Conversation, owner: Account, as: Wire['mailbox']): Record<string, unknown> {
  if (as === 'backend') return { messageId: m.key, backendMessageUrn: backendMessageUrn(m.key) }
  if (as === 'sample') return { messageUrn: 'Hello! I would like to connect.' }
  // A message is sometimes stored under the mailbox of the other person (contract 0.4).
  const mailbox = as === 'other' ? (c.people[0]?.profileId ?? owner.profileId) : owner.profileId
  return { messageUrn: messageUrn(mailbox, m.key) }
}

function senderOf(person: Person | undefined, wire: Wire): Record<string, unknown> {
  const name = wire.senderName === 'given' ? (person?.name ?? 'LinkedIn member') : undefined
  const named = name === undefined ? {} : { senderName: name }
  if (!person || wire.sender === 'none') return named
  const id = spellProfile(person, wire.profile)
  if (wire.sender !== 'object') return { ...named, [wire.sender]: id }
  return { sender: { profileId: id, ...(name ? { name } : {}), profileUrl: profileUrl(person, wire) } }
}

/** One row of GET …/messages (contract 2.2), also the `sentMessage` of a send (2.3). */
export function messageRow(m: Message, c: Conversation, owner: Account, wire: Wire): Record<string, unknown> {
  const mine = m.sender === 'owner'
  const sender = m.sender === 'owner' ? owner : c.people[m.sender]
  const row: Record<string, unknown> = {
    ...idsOf(m, c, owner, wire.mailbox),
    text: m.text,
    ...senderOf(sender, wire),
    senderPhoto: sender?.picture ?? null,
  }
  if (wire.hasAttachment !== 'absent')
    row.hasAttachment = wire.hasAttachment === 'true' && m.attachments.length > 0
  if (wire.sentAt !== 'absent') row.sentAt = wire.sentAt === 'zero' ? 0 : m.sentAt
  if (wire.owner !== 'absent') row.isSentByOwner = wire.owner === 'lying' ? !mine : mine
  if (wire.attachments === 'array') row.attachments = m.attachments.map(attachmentRow)
  if (wire.attachments === 'null') row.attachments = null
  return withExtras(row, wire)
}

/** The rows a message takes in a page: one, or two under both mailboxes when the dialect doubles it. */
export function messageRows(m: Message, c: Conversation, owner: Account, wire: Wire): unknown[] {
  const row = messageRow(m, c, owner, wire)
  if (wire.mailbox !== 'both') return [row]
  return [row, messageRow(m, c, owner, { ...wire, mailbox: 'other' })]
}
