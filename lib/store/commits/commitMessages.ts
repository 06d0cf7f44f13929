import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { COPIES_WITHIN_MS, findCopies } from '../../domain/copies.ts'
import { isOwn, mayBeOwn } from '../../domain/direction.ts'
import { gappedAfter } from '../../domain/gapped.ts'
import type { SendIntent } from '../../domain/intent.ts'
import type { Message, ReceivedMessage } from '../../domain/message.ts'
import { newerPreview } from '../../domain/newerPreview.ts'
import type { Participant } from '../../domain/participant.ts'
import type { Proven } from '../../domain/recalled.ts'
import { matchReplies } from '../../domain/replyMatch.ts'
import { sameData } from '../../domain/sameData.ts'
import type { Span } from '../../domain/span.ts'
import { addStretch, joinedStretch } from '../../domain/spans.ts'
import { standingOf } from '../../domain/standing.ts'
import { titleOf } from '../../domain/titles.ts'
import { type Triage, untouched } from '../../domain/triage.ts'
import { messageId } from '../../domain/urn.ts'
import type { Database } from '../database.ts'
import { messagesBetween, spansOf } from '../queries/thread.ts'
import { ownerOfAccount } from './listedConversation.ts'
import { removeRecalled } from './removeRecalled.ts'
import { settleKeys } from './settleKeys.ts'

/** A message can show up this much (ms) after a younger one and still be news. */
const LATE_MS = 2 * 60_000

export interface MessagesCommit {
  account: Account
  conversationId: string
  received: readonly ReceivedMessage[]
  participants: readonly Participant[]
  /** The stretch of history that is complete with these messages; null where nothing is known to be. */
  stretch: Omit<Span, 'conversationId'> | null
  /** These messages go on below others that were stored before. */
  goesOn?: boolean
  /** Where in time the messages are proven to be all there are: others stored there were recalled. */
  proven?: Proven | null
  /** What else becomes true of the conversation in the same transaction. */
  looked?: Partial<Pick<Conversation, 'syncedTo' | 'emptyLooks' | 'nextLookAt'>>
  /** Where the account's cursor moves with it, server ms. */
  cursor?: number
}

export interface Committed {
  /** Messages that were not stored before. */
  added: number
  /** New inbound messages that nobody has read or was told of yet; their mark has moved, so they come only this once. */
  arrivals: Message[]
}

/**
 * Stores messages of one thread with everything that follows from them, in one transaction: replies that are found
 * again leave the outbox, the conversation's place in the lists, the spans, the notified mark, the account's cursor.
 * Running it twice with the same messages changes nothing the second time.
 */
export function commitMessages(db: Database, given: MessagesCommit): Promise<Committed> {
  const tables = [db.messages, db.conversations, db.spans, db.triage, db.outbox, db.accounts]
  return db.transaction('rw', tables, async () => {
    const conversation = await db.conversations.get(given.conversationId)
    if (!conversation) return { added: 0, arrivals: [] }
    const spans = await spansOf(db, conversation.id)
    const received = await settleKeys(db, conversation.id, given.received)
    const commit = { ...given, received }
    const fresh = await storeMessages(db, commit, conversation)
    const claimed = commit.stretch && { ...commit.stretch, conversationId: conversation.id }
    const newest = received.at(-1)?.sentAt ?? null
    const stretch = claimed && commit.goesOn ? joinedStretch(spans, claimed, newest) : claimed
    if (stretch) await storeStretch(db, commit.account.id, spans, stretch)
    const left = commit.proven
      ? await removeRecalled(db, conversation, commit.received, commit.proven)
      : conversation
    const arrivals = await storeStanding(db, commit, { before: conversation, left }, spans, fresh)
    if (commit.cursor !== undefined) await db.accounts.update(commit.account.id, { cursor: commit.cursor })
    return { added: fresh.length, arrivals }
  })
}

async function storeMessages(
  db: Database,
  commit: MessagesCommit,
  conversation: Conversation,
): Promise<Message[]> {
  const participants = commit.participants.length > 0 ? commit.participants : conversation.participants
  const owner = ownerOfAccount(commit.account)
  // A reply of ours must not be missed for a claim that lies, nor a message of theirs be taken for it.
  const maybeOurs = new Set<string>()
  const rows = commit.received.map((received): Message => {
    const { claimedOwn: _, ...rest } = received
    const id = messageId(conversation.id, received.key)
    if (mayBeOwn(received, owner, participants)) maybeOurs.add(id)
    return { ...rest, id, conversationId: conversation.id, own: isOwn(received, owner, participants) }
  })
  const stored = await db.messages.bulkGet(rows.map((row) => row.id))
  const fresh = rows.filter((_, index) => !stored[index])
  const replies = matchReplies(fresh, await openSends(db, conversation.id), ({ id }) => maybeOurs.has(id))
  for (const row of fresh) {
    const reply = replies.get(row.id)
    if (!reply) continue
    await db.outbox.delete(reply.id)
    row.intentId = reply.id
  }
  const copies = findCopies(fresh, [...fresh, ...(await repliesNear(db, conversation.id, fresh))])
  const changed: Message[] = []
  for (const [index, row] of rows.entries()) {
    const before = stored[index]
    const intentId = row.intentId ?? before?.intentId
    const copyOf = copies.get(row.id) ?? before?.copyOf
    const message: Message = {
      ...row,
      // What was sent from here is ours, whatever the wire says of its sender.
      ...(intentId ? { own: true, intentId } : {}),
      ...(copyOf ? { copyOf } : {}),
    }
    // Another mailbox's URN of the same message is no news.
    if (before && sameData({ ...message, urn: before.urn }, before)) continue
    changed.push(message)
    Object.assign(row, message)
  }
  if (changed.length > 0) await db.messages.bulkPut(changed)
  return fresh
}

/** The stored messages among which a reply could be that one of these repeats. */
async function repliesNear(
  db: Database,
  conversationId: string,
  fresh: readonly Message[],
): Promise<Message[]> {
  const times = fresh.flatMap((message) => (message.own ? [message.sentAt] : []))
  const [oldest, newest] = [times[0], times.at(-1)]
  if (oldest === undefined || newest === undefined) return []
  const from = { sentAt: oldest - COPIES_WITHIN_MS, key: '' }
  const to = { sentAt: newest + COPIES_WITHIN_MS + 1, key: '' }
  return messagesBetween(db, conversationId, from, to)
}

async function openSends(db: Database, conversationId: string): Promise<SendIntent[]> {
  const rows = await db.outbox.where('conversationId').equals(conversationId).sortBy('id')
  return rows.filter((row): row is SendIntent => row.kind === 'send')
}

async function storeStretch(
  db: Database,
  accountId: string,
  spans: readonly Span[],
  stretch: Span,
): Promise<void> {
  const next = addStretch(spans, stretch)
  if (sameData(withoutCursorTime(next), withoutCursorTime(spans))) return
  const kept = new Set(next.map((span) => span.from))
  const gone = spans.filter((span) => !kept.has(span.from))
  await db.spans.bulkDelete(gone.map((span): [string, number] => [span.conversationId, span.from]))
  await db.spans.bulkPut(next)
  const account = await db.accounts.get(accountId)
  const before = account?.gapped ?? []
  const gapped = gappedAfter(before, stretch.conversationId, spans, next)
  if (gapped !== before) await db.accounts.update(accountId, { gapped })
}

// A poll brings the same span with a newer cursor time; that alone is not worth a write.
function withoutCursorTime(spans: readonly Span[]): unknown[] {
  return spans.map((span) => ({ ...span, cursorAt: 0 }))
}

async function storeStanding(
  db: Database,
  commit: MessagesCommit,
  { before: stored, left: conversation }: { before: Conversation; left: Conversation },
  spansBefore: readonly Span[],
  fresh: readonly Message[],
): Promise<Message[]> {
  const before = (await db.triage.get(conversation.id)) ?? untouched(conversation.id, conversation.accountId)
  const inbound = fresh.filter((message) => !message.own)
  const newestInbound = inbound.reduce((at, message) => Math.max(at, message.sentAt), 0)
  const silent = Math.max(silentUpTo(commit.account, spansBefore, before.notifiedUpTo), answeredUpTo(fresh))
  const arrivals = inbound.filter((message) => message.sentAt > silent)
  // What shows up behind messages that were there already was not read, or put away, with them.
  const late = arrivals.filter((message) => message.sentAt <= (spansBefore.at(-1)?.to ?? 0))
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
    ...commit.looked,
    participants: mergeParticipants(conversation.participants, commit.participants),
    lastActivityAt: Math.max(conversation.lastActivityAt, newest?.sentAt ?? 0),
    preview: newerPreview(conversation.preview, newest),
    latestInboundAt: Math.max(conversation.latestInboundAt, newestInbound),
    // The thread can be ahead of the list's count; the next list puts it right.
    serverUnread: Math.max(conversation.serverUnread, unseen.length),
  }
  const sender = inbound.at(-1)?.senderName ?? null
  next.title = titleOf(next.participants, ownerOfAccount(commit.account), sender, conversation.title)
  if (!sameData(triage, before)) await db.triage.put(triage)
  const standing = { ...next, ...standingOf(next, triage) }
  if (!sameData(standing, stored)) await db.conversations.put(standing)
  return unseen
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
