import { derivedKey } from '../../domain/derivedKey.ts'
import type { ReceivedMessage } from '../../domain/message.ts'
import { keyOf } from '../../domain/urn.ts'
import { readAttachments } from './attachment.ts'
import { isRecord } from './envelope.ts'
import { anything, flag, list, name, rowOf, text, time, urn, word } from './fields.ts'
import { joinedName, profileIdOf, sentAtFromIds, usableIds } from './identity.ts'
import { BadRow } from './readRows.ts'

const messageRow = rowOf({
  messageUrn: urn,
  backendMessageUrn: urn,
  messageId: urn,
  entityUrn: urn,
  id: urn,
  text: anything,
  body: anything,
  sentAt: time,
  deliveredAt: time,
  timestamp: time,
  createdAt: time,
  senderProfileId: word,
  senderId: word,
  senderUrn: word,
  senderProfileUrl: word,
  senderName: name,
  sender: anything,
  isSentByOwner: flag,
  hasAttachment: flag,
  attachments: list,
})

const senderRow = rowOf({
  profileId: word,
  participantUrn: word,
  profileUrn: word,
  profileUrl: word,
  id: word,
  name,
  firstName: name,
  lastName: name,
})

/**
 * One message in any of its dialects (contract 2.2, 4, 8.5), before it is known whose it is.
 * @param latest the latest time (server ms) to believe
 */
export function readMessage(row: unknown, latest: number): ReceivedMessage | BadRow {
  if (!isRecord(row)) return new BadRow('message is not an object')
  const m = messageRow(row)
  // A bare `id` may be anything, a row number even.
  const idUrn = m.id?.startsWith('urn:') ? m.id : null
  const ids = usableIds([m.messageUrn, m.backendMessageUrn, m.messageId, m.entityUrn, idUrn])
  const isBelieved = (at: number | null): at is number => at !== null && at <= latest
  const told = [m.sentAt, m.deliveredAt, m.timestamp, m.createdAt].find(isBelieved)
  const sentAt = told ?? [sentAtFromIds(ids)].find(isBelieved) ?? null
  if (sentAt === null) return new BadRow('message without time')
  const content = {
    text: textIn(m.text) ?? textIn(m.body) ?? '',
    sentAt,
    ...senderOf(m),
  }
  const attachments = readAttachments(m.attachments)
  const hasAttachment = m.hasAttachment === true || attachments.length > 0
  const first = ids[0]
  const says = content.text !== '' || content.senderName !== null || content.senderProfileId !== null
  if (first === undefined && !says && !hasAttachment) return new BadRow('message without key and content')
  return {
    urn: ids.find((id) => id.startsWith('urn:')) ?? null,
    key: first === undefined ? derivedKey(content) : keyOf(first),
    ...content,
    claimedOwn: m.isSentByOwner,
    attachments,
    hasAttachment,
  }
}

function senderOf(m: ReturnType<typeof messageRow>): Pick<ReceivedMessage, 'senderProfileId' | 'senderName'> {
  const given = typeof m.sender === 'string' ? { id: m.sender } : m.sender
  const sender = senderRow(isRecord(given) ? given : {})
  const { participantUrn, profileUrn, profileUrl, id } = sender
  const ids = [m.senderProfileId, m.senderId, sender.profileId, participantUrn, profileUrn, m.senderUrn, id]
  return {
    senderProfileId: profileIdOf([...ids, m.senderProfileUrl, profileUrl]),
    senderName: m.senderName ?? sender.name ?? joinedName(sender.firstName, sender.lastName),
  }
}

/** A text as such or inside an object, as LinkedIn itself writes it. */
function textIn(value: unknown): string | null {
  return text(isRecord(value) ? value.text : value)
}
