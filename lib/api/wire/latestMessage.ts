import type { LatestMessage } from '../../domain/conversation.ts'
import { isRecord } from './envelope.ts'
import { flag, list, name, rowOf, text, time, urn } from './fields.ts'
import { joinedName, sentAtFromIds, usableIds } from './identity.ts'

const senderRow = rowOf({ name, firstName: name, lastName: name })

const latestRow = rowOf({
  text,
  sentAt: time,
  deliveredAt: time,
  messageUrn: urn,
  backendMessageUrn: urn,
  messageId: urn,
  senderName: name,
  sender: (value: unknown) => senderRow(isRecord(value) ? value : {}),
  hasAttachment: flag,
  attachments: list,
})

/** The newest message inside a list row (contract 2.1), or null where it says nothing: samples show `{}`. */
export function readLatestMessage(value: unknown): LatestMessage | null {
  if (!isRecord(value)) return null
  const m = latestRow(value)
  const ids = usableIds([m.messageUrn, m.backendMessageUrn, m.messageId])
  const latest: LatestMessage = {
    text: m.text ?? '',
    sentAt: m.sentAt ?? m.deliveredAt ?? sentAtFromIds(ids),
    senderName: m.senderName ?? m.sender.name ?? joinedName(m.sender.firstName, m.sender.lastName),
    hasAttachment: m.hasAttachment === true || m.attachments.length > 0,
  }
  const empty = !latest.text && latest.sentAt === null && latest.senderName === null && !latest.hasAttachment
  return empty ? null : latest
}
