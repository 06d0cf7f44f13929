import type { Chance } from './chance.ts'
import { lastOf, type TrueAccount, type TrueMessage, type TrueThread } from './truth.ts'

export type Row = Record<string, unknown>

/** A time in one of the spellings of contract 0.5. */
function timeIn(chance: Chance, at: number): unknown {
  const iso = new Date(at).toISOString()
  return chance.pick([at, at / 1000, String(at), iso, iso.replace('T', ' ').replace('Z', '+00:00')])
}

/** A thread's URN. */
function threadUrn(account: TrueAccount, thread: TrueThread): string {
  if (thread.channel === 'salesNav') return `urn:li:salesNav_thread:${thread.key}`
  return `urn:li:msg_conversation:(urn:li:fsd_profile:${account.ownerId},${thread.key})`
}

/** A conversation in the newest dialect (contract 2.1) or in the older one (4). */
export function conversationRow(chance: Chance, account: TrueAccount, thread: TrueThread): Row {
  const { key, other, unread } = thread
  const last = thread.messages.at(-1)
  const salesNav = thread.channel === 'salesNav'
  const row: Row = {
    conversationUrn: threadUrn(account, thread),
    conversationId: key,
    lastActivityAt: timeIn(chance, lastOf(thread)),
    unreadCount: unread,
    participants: [
      {
        profileId: other.id,
        name: other.name,
        headline: null,
        profileUrl: `https://www.linkedin.com/in/${other.id}`,
        distance: 'DISTANCE_1',
      },
    ],
    latestMessage: last && {
      text: last.text,
      sentAt: last.sentAt,
      senderName: last.own ? `${account.firstName} ${account.lastName}` : other.name,
      hasAttachment: false,
    },
    ...(salesNav ? { source: 'sales_navigator', salesNavThreadId: key } : {}),
  }
  if (salesNav || chance.maybe(0.6)) return row
  return {
    ...row,
    backendConversationUrn: `urn:li:messagingThread:${key}`,
    conversationUrl: `https://www.linkedin.com/messaging/thread/${key}/`,
    isRead: unread === 0,
    lastReadAt: null,
    state: null,
    total: 3,
  }
}

/** A message in the newest dialect (contract 2.2) or in the older one (4). */
export function messageRow(
  chance: Chance,
  account: TrueAccount,
  thread: TrueThread,
  message: TrueMessage,
): Row {
  const mailbox = chance.maybe(0.1) ? thread.other.id : account.ownerId
  const messageUrn = `urn:li:msg_message:(urn:li:fsd_profile:${mailbox},${message.key})`
  const id = message.own ? account.ownerId : thread.other.id
  const name = message.own ? `${account.firstName} ${account.lastName}` : thread.other.name
  const sentAt = timeIn(chance, message.sentAt)
  if (chance.maybe(0.3)) {
    return {
      messageId: messageUrn,
      backendMessageUrn: `urn:li:messagingMessage:${message.key}`,
      text: message.text,
      subject: null,
      sentAt,
      sender: {
        profileId: id,
        name,
        participantUrn: `urn:li:msg_messagingParticipant:urn:li:fsd_profile:${id}`,
      },
      attachments: null,
      reactions: null,
      hasAttachment: false,
    }
  }
  return {
    messageUrn,
    text: message.text,
    sentAt,
    senderProfileId: id,
    senderName: name,
    senderPhoto: null,
    isSentByOwner: chance.maybe(0.8) ? message.own : !message.own,
    hasAttachment: false,
    attachments: chance.pick([[], null]),
  }
}

/** An account (contract 1.1). */
export function accountRow(account: TrueAccount): Row {
  return {
    id: account.id,
    firstName: account.firstName,
    lastName: account.lastName,
    publicId: `${account.firstName}-42`.toLowerCase(),
    picture: null,
    status: 'AVAILABLE',
    enabled: true,
    apiSeatAllocated: true,
  }
}
