import type { Channel } from './channel.ts'
import type { Participant } from './participant.ts'

/** The newest message as the list of conversations tells it; sender fields are not reliable there (contract 2.1). */
export interface LatestMessage {
  text: string
  sentAt: number | null
  senderName: string | null
  hasAttachment: boolean
}

/** A conversation as read from the API's list (contract 2.1). */
export interface ListedConversation {
  urn: string
  key: string
  channel: Channel
  ownerProfileId: string | null
  salesNavThreadId: string | null
  /** Server time, ms; null where the wire had none and nothing else tells it. */
  lastActivityAt: number | null
  /** Null where the wire tells nothing of it. */
  unreadCount: number | null
  participants: Participant[]
  latest: LatestMessage | null
}

/** Where a conversation lies for the user. Snoozed and done ones leave the inbox. */
export type Shelf = 'inbox' | 'snoozed' | 'done'

/** Whose turn it is: the newest message is theirs and unanswered, or ours; nobody's once it was put away. */
export type Waiting = 'me' | 'them' | 'nobody'

/**
 * One key of the index that lists a label's conversations by activity: an account (0 for all of them), the label, and
 * `lastActivityAt`.
 */
export type LabelKey = [account: string | 0, labelId: string, lastActivityAt: number]

/** What a list row shows of the newest message. `own` is null while nobody can tell whose it is. */
export interface Preview {
  text: string
  sentAt: number | null
  own: boolean | null
  senderName: string | null
  hasAttachment: boolean
}

/** A conversation row of the cache, already holding what the lists need. Flags are 0 or 1 so that they can be indexed. */
export interface Conversation {
  id: string
  accountId: string
  channel: Channel
  key: string
  /** As received last, for calls. */
  urn: string
  salesNavThreadId: string | null
  title: string
  participants: Participant[]
  lastActivityAt: number
  preview: Preview | null
  /** The API's own count at the last look. */
  serverUnread: number
  /** Newest inbound message known, server ms; 0 if none is. */
  latestInboundAt: number
  /** 1 when it lies in the inbox and waits to be read. */
  unread: 0 | 1
  /** Number shown beside it; 0 when read. */
  unreadCount: number
  shelf: Shelf
  starred: 0 | 1
  waiting: Waiting
  muted: boolean
  /** Ids of its labels, and the keys under which they list it. */
  labels: string[]
  labelled: LabelKey[]
  /** While snoozed, when it comes back; local ms. */
  snoozedUntil: number | null
  /** When the user is reminded of it unless somebody answers; local ms. */
  remindAt: number | null
  /** Activity (server ms) up to which its messages were pulled or knowingly left; null before the first look. */
  syncedTo: number | null
  /** How often a look for newer activity found nothing, and when to look again (local ms). */
  emptyLooks: number
  nextLookAt: number
}
