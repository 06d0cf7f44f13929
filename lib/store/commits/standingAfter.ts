import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import type { Message, ReceivedMessage } from '../../domain/message.ts'
import { newerPreview } from '../../domain/newerPreview.ts'
import type { Participant } from '../../domain/participant.ts'
import type { Span } from '../../domain/span.ts'
import { standingOf } from '../../domain/standing.ts'
import { titleOf } from '../../domain/titles.ts'
import type { Triage } from '../../domain/triage.ts'
import type { MessagesCommit } from './commitMessages.ts'
import { ownerOfAccount } from './listedConversation.ts'
import type { Known } from './readKnown.ts'

/** A message can show up this much (ms) after a younger one and still be news. */
const LATE_MS = 2 * 60_000

/**
 * What new messages make of their conversation: its marks, its row, and the inbound ones nobody has read or was told of.
 * @param conversation as it is without what was recalled
 * @param fresh messages that were not stored before
 */
export function standingAfter(
  { triage: before, spans: spansBefore }: Known,
  conversation: Conversation,
  commit: MessagesCommit,
  fresh: readonly Message[],
): { arrivals: Message[]; newsAbove: number; triage: Triage; standing: Conversation } {
  const inbound = fresh.filter((message) => !message.own)
  const newestInbound = inbound.reduce((at, message) => Math.max(at, message.sentAt), 0)
  const known = commit.newsAbove ?? silentUpTo(commit.account, spansBefore, before.notifiedUpTo)
  const newsAbove = Math.max(known, answeredUpTo(fresh))
  const arrivals = inbound.filter((message) => message.sentAt > newsAbove)
  // What shows up behind messages that were there already was not read, or put away, with them.
  const top = commit.newsAbove === undefined ? (spansBefore.at(-1)?.to ?? 0) : 0
  const late = arrivals.filter((message) => message.sentAt <= top)
  const line = late.reduce((at, message) => Math.min(at, message.sentAt), Number.POSITIVE_INFINITY) - 1
  const triage: Triage = {
    ...before,
    readUpTo: Math.min(before.readUpTo, line),
    doneUpTo: before.doneUpTo === null ? null : Math.min(before.doneUpTo, line),
    notifiedUpTo: Math.max(before.notifiedUpTo, newestInbound),
    // They answered: there is nothing left to be reminded of.
    remindAt: newestInbound > before.remindSince ? null : before.remindAt,
  }
  const unseen = arrivals.filter((message) => message.sentAt > triage.readUpTo)
  const newest = newestOf(commit.received, fresh)
  const next: Conversation = {
    ...conversation,
    ...(commit.importedTo !== undefined && fresh.length > 0
      ? { syncedTo: commit.importedTo, emptyLooks: 0, nextLookAt: 0 }
      : {}),
    participants: mergeParticipants(conversation.participants, commit.participants),
    lastActivityAt: Math.max(conversation.lastActivityAt, newest?.sentAt ?? 0),
    preview: newerPreview(conversation.preview, newest),
    latestInboundAt: Math.max(conversation.latestInboundAt, newestInbound),
    // The thread can be ahead of the list's count; the next list puts it right.
    serverUnread: Math.max(conversation.serverUnread, unseen.length),
  }
  const sender = inbound.at(-1)?.senderName ?? null
  next.title = titleOf(next.participants, ownerOfAccount(commit.account), sender, conversation.title)
  return { arrivals: unseen, newsAbove, triage, standing: { ...next, ...standingOf(next, triage) } }
}

/** Up to where messages of this thread are old news: what was told, what was there at the first import, what was read before. */
function silentUpTo(account: Account, spansBefore: readonly Span[], notifiedUpTo: number): number {
  const top = spansBefore.at(-1)
  const known = top ? top.to - LATE_MS : account.silentUpTo
  return Math.max(notifiedUpTo, known)
}

/** Who answers on LinkedIn itself has read what came before. A reply from here may have crossed it on the way. */
function answeredUpTo(fresh: readonly Message[]): number {
  const answers = fresh.filter((message) => message.own && message.intentId === undefined)
  return answers.reduce((at, message) => Math.max(at, message.sentAt), 0)
}

function newestOf(received: readonly ReceivedMessage[], fresh: readonly Message[]): Message | null {
  const last = received.at(-1)
  return (last && fresh.find((message) => message.key === last.key)) ?? null
}

function mergeParticipants(stored: readonly Participant[], fresh: readonly Participant[]): Participant[] {
  // One that was found by its profile has no names yet.
  const named = stored.some(({ name }) => name !== null)
  if (named || fresh.length === 0) return [...stored]
  return [...fresh]
}
