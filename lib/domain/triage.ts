/** What the user made of a conversation, and what they were told about it. Never thrown away. Times are ms. */
export interface Triage {
  conversationId: string
  accountId: string
  /** Server time of the newest message read here. */
  readUpTo: number
  /** Local time of the last reading here. */
  readAt: number
  /** Marked unread by hand; ends when read, or when the API says unread itself. */
  unreadMark: boolean
  /** Messages up to this server time were told by a notification, or never will be. */
  notifiedUpTo: number
  starred: boolean
  /** Server time of the newest activity when it was put away; newer inbound messages bring it back. */
  doneUpTo: number | null
  /** Local time at which it comes back. */
  snoozedUntil: number | null
  muted: boolean
  labels: string[]
  /** Local time at which it comes back as unread, unless a message sent after `remindSince` (server time) came in. */
  remindAt: number | null
  remindSince: number
  /** Questions before sending that the user answered with "Send anyway". */
  goAheads?: readonly string[]
}

/** The triage of a conversation nobody touched yet. */
export function untouched(conversationId: string, accountId: string): Triage {
  return {
    conversationId,
    accountId,
    readUpTo: 0,
    readAt: 0,
    unreadMark: false,
    notifiedUpTo: 0,
    starred: false,
    doneUpTo: null,
    snoozedUntil: null,
    muted: false,
    labels: [],
    remindAt: null,
    remindSince: 0,
  }
}
