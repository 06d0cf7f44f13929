import type { Conversation, Shelf } from './conversation.ts'
import type { Triage } from './triage.ts'

/** How a conversation stands in the lists. */
export type Standing = Pick<Conversation, 'unread' | 'unreadCount' | 'shelf' | 'starred'>

type Known = Pick<Conversation, 'lastActivityAt' | 'latestInboundAt' | 'serverUnread'>

/**
 * How a conversation stands, from what the API says and what the user did; the one place that decides it.
 * The API's list may lag behind a reading, so what was read here wins over anything not newer (contract 2.7).
 */
export function standingOf(known: Known, triage: Triage): Standing {
  const newestInbound = known.latestInboundAt || known.lastActivityAt
  const waiting = known.serverUnread > 0 && newestInbound > triage.readUpTo
  const shelf = shelfOf(known, triage)
  const unread = shelf === 'inbox' && (waiting || triage.unreadMark)
  return {
    unread: unread ? 1 : 0,
    unreadCount: unread ? Math.max(1, waiting ? known.serverUnread : 1) : 0,
    shelf,
    starred: triage.starred ? 1 : 0,
  }
}

function shelfOf(known: Known, triage: Triage): Shelf {
  const newInbound = (mark: number) => known.latestInboundAt > mark
  if (triage.doneUpTo !== null && !newInbound(triage.doneUpTo)) return 'done'
  if (triage.snoozedUntil !== null) return 'snoozed'
  return 'inbox'
}
