import type { Conversation, LabelKey, Shelf, Waiting } from './conversation.ts'
import type { Triage } from './triage.ts'

/** How a conversation stands in the lists. */
export type Standing = Pick<
  Conversation,
  | 'unread'
  | 'unreadCount'
  | 'shelf'
  | 'starred'
  | 'waiting'
  | 'muted'
  | 'labels'
  | 'labelled'
  | 'snoozedUntil'
  | 'remindAt'
>

type Known = Pick<
  Conversation,
  'accountId' | 'lastActivityAt' | 'latestInboundAt' | 'serverUnread' | 'preview'
>

/**
 * How a conversation stands, from what the API says and what the user did; the one place that decides it.
 * The API's list may lag behind a reading, so what was read here wins over anything not newer (contract 2.7).
 */
export function standingOf(known: Known, triage: Triage): Standing {
  const newestInbound = known.latestInboundAt || known.lastActivityAt
  const news = known.serverUnread > 0 && newestInbound > triage.readUpTo
  const shelf = shelfOf(known, triage)
  const unread = shelf === 'inbox' && (news || triage.unreadMark)
  const { labels, muted, remindAt } = triage
  return {
    unread: unread ? 1 : 0,
    unreadCount: unread ? Math.max(1, news ? known.serverUnread : 1) : 0,
    shelf,
    starred: triage.starred ? 1 : 0,
    waiting: waitingOf(known, shelf, remindAt),
    muted,
    labels,
    labelled: labels.flatMap((id): LabelKey[] => [
      [0, id, known.lastActivityAt],
      [known.accountId, id, known.lastActivityAt],
    ]),
    snoozedUntil: shelf === 'snoozed' ? triage.snoozedUntil : null,
    remindAt,
  }
}

function shelfOf(known: Known, triage: Triage): Shelf {
  const newInbound = (mark: number) => known.latestInboundAt > mark
  if (triage.doneUpTo !== null && !newInbound(triage.doneUpTo)) return 'done'
  if (triage.snoozedUntil !== null) return 'snoozed'
  return 'inbox'
}

/** What was put away waits for nobody, unless the user asked to be reminded: then it still waits for them. */
function waitingOf(known: Known, shelf: Shelf, remindAt: number | null): Waiting {
  const turn = turnOf(known)
  const away = shelf !== 'inbox' && !(turn === 'them' && remindAt !== null)
  return away ? 'nobody' : turn
}

function turnOf({ preview, latestInboundAt, lastActivityAt }: Known): Waiting {
  const newestAt = preview?.sentAt ?? lastActivityAt
  if (latestInboundAt > newestAt) return 'me'
  if (preview?.own === true) return 'them'
  const isTheirs = preview?.own === false || (latestInboundAt > 0 && latestInboundAt >= newestAt)
  return isTheirs ? 'me' : 'nobody'
}
