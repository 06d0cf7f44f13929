import type { ListedConversation } from '../../domain/conversation.ts'
import { inboxUrn, isSalesNavUrn, keyOf, ownerOf, salesNavUrn } from '../../domain/urn.ts'
import { isRecord } from './envelope.ts'
import { anything, count, flag, list, rowOf, time, urn, word } from './fields.ts'
import { keyInThreadLink, usableIds } from './identity.ts'
import { readLatestMessage } from './latestMessage.ts'
import { readParticipants } from './participant.ts'
import { BadRow } from './readRows.ts'

const conversationRow = rowOf({
  conversationUrn: urn,
  conversationId: urn,
  backendConversationUrn: urn,
  entityUrn: urn,
  conversationUrl: urn,
  // Nobody says what these look like; they may be numbers.
  salesNavThreadId: word,
  source: word,
  lastActivityAt: time,
  unreadCount: (value: unknown) => (typeof value === 'boolean' ? Number(value) : count(value)),
  isRead: flag,
  participants: list,
  latestMessage: anything,
})

/**
 * One conversation in any of its dialects (contract 2.1, 4, 8.2, 8.7). Where it came as a bare key its URN is made
 * from `owner`, the mailbox owner as other rows tell it.
 */
export function readConversation(row: unknown, owner: string | null): ListedConversation | BadRow {
  if (!isRecord(row)) return new BadRow('conversation is not an object')
  const c = conversationRow(row)
  const ids = usableIds([
    c.conversationUrn,
    c.conversationId,
    c.backendConversationUrn,
    c.entityUrn,
    keyInThreadLink(c.conversationUrl),
  ])
  const [salesNavId] = usableIds([c.salesNavThreadId])
  const salesNav =
    salesNavId !== undefined || ids.some(isSalesNavUrn) || /^sales[_ -]?nav/i.test(c.source ?? '')
  const key = salesNav ? salesNavKey(salesNavId, ids) : ids[0] && keyOf(ids[0])
  if (key === undefined) return new BadRow('conversation without thread key')
  const callUrn = salesNav ? salesNavUrn(key) : (callableUrn(ids) ?? inboxUrn(key, owner))
  const latest = readLatestMessage(c.latestMessage)
  return {
    urn: callUrn,
    key,
    channel: salesNav ? 'salesNav' : 'inbox',
    ownerProfileId: ownerOf(callUrn),
    salesNavThreadId: salesNav ? key : null,
    lastActivityAt: c.lastActivityAt ?? latest?.sentAt ?? null,
    unreadCount: c.unreadCount ?? (c.isRead === null ? null : Number(!c.isRead)),
    participants: readParticipants(c.participants),
    latest,
  }
}

/** The mailbox owner a row names in any of its URNs, or null. */
export function ownerIn(row: unknown): string | null {
  if (!isRecord(row)) return null
  const ids = usableIds([urn(row.conversationUrn), urn(row.conversationId)])
  return ids.map(ownerOf).find((id) => id !== null) ?? null
}

/** The id that Sales Navigator's own endpoints want, verbatim where it is told. */
function salesNavKey(threadId: string | undefined, ids: readonly string[]): string | undefined {
  if (threadId !== undefined) return threadId.startsWith('urn:') ? keyOf(threadId) : threadId
  const id = ids.find(isSalesNavUrn) ?? ids[0]
  return id && keyOf(id)
}

/** The URN to call with, as received: one that names its mailbox if there is any. */
function callableUrn(ids: readonly string[]): string | undefined {
  const urns = ids.filter((id) => id.startsWith('urn:'))
  return urns.find((urn) => ownerOf(urn) !== null) ?? urns[0]
}
