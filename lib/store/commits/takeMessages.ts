import type { Conversation } from '../../domain/conversation.ts'
import { COPIES_WITHIN_MS, findCopies } from '../../domain/copies.ts'
import { mayBeOwn, nameByIdIn, ownIn } from '../../domain/direction.ts'
import type { Message } from '../../domain/message.ts'
import type { Participant } from '../../domain/participant.ts'
import { matchEchoes, matchReplies } from '../../domain/replyMatch.ts'
import { sameData } from '../../domain/sameData.ts'
import { messageId } from '../../domain/urn.ts'
import type { Database } from '../database.ts'
import { messagesBetween } from '../queries/thread.ts'
import type { MessagesCommit } from './commitMessages.ts'
import { ownerOfAccount } from './listedConversation.ts'
import type { Known } from './readKnown.ts'

interface Taken {
  /** Messages that were not stored before, oldest first. */
  fresh: Message[]
  /** The same as they are to be written, and stored ones that say something new. */
  added: Message[]
  changed: Message[]
}

/**
 * Makes rows of received messages; replies that are found again among the new ones leave the outbox, and one that its
 * answer gave another key than the thread does is stored under that of the thread.
 */
export async function takeMessages(
  db: Database,
  commit: MessagesCommit,
  { conversation, sends, isEmpty }: Known,
): Promise<Taken> {
  const rows = rowsOf(commit, conversation)
  // A reply of ours must not be missed for a claim that lies, nor a message of theirs be taken for it.
  const maybeOurs = sends.length > 0 ? maybeOwn(commit, conversation) : new Set<string>()
  const stored = isEmpty ? [] : await db.messages.bulkGet(rows.map((row) => row.id))
  const fresh = rows.filter((_, index) => !stored[index])
  const near = isEmpty ? [] : await repliesNear(db, conversation.id, fresh)
  const shown = new Set(rows.map(({ id }) => id))
  const byKey = new Set(sends.map(({ messageKey }) => messageKey))
  const echoes = matchEchoes(
    fresh.filter(({ key }) => !byKey.has(key)),
    near.filter(({ id, echo }) => echo && !shown.has(id)),
  )
  for (const row of fresh) {
    const echo = echoes.get(row.id)
    if (!echo?.intentId) continue
    await db.messages.delete(echo.id)
    row.intentId = echo.intentId
  }
  const unmatched = fresh.filter(({ intentId }) => intentId === undefined)
  const replies = matchReplies(unmatched, sends, ({ id }) => maybeOurs.has(id))
  for (const row of fresh) {
    const reply = replies.get(row.id)
    if (!reply) continue
    await db.outbox.delete(reply.id)
    row.intentId = reply.id
  }
  const copies = findCopies(fresh, [...fresh, ...near])
  const added: Message[] = []
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
    if (before) changed.push(message)
    else added.push(message)
    Object.assign(row, message)
  }
  return { fresh, added, changed }
}

/** Received messages as they are stored, whatever may be stored already. */
export function rowsOf(commit: MessagesCommit, conversation: Conversation): Message[] {
  const participants = participantsIn(commit, conversation)
  const isOwn = ownIn(ownerOfAccount(commit.account), participants)
  const nameById = nameByIdIn(participants)
  return commit.received.map((received) => {
    const { claimedOwn: _, ...rest } = received
    const id = messageId(conversation.id, received.key)
    const senderName = received.senderName ?? nameById(received.senderProfileId)
    return { ...rest, senderName, id, conversationId: conversation.id, own: isOwn(received) }
  })
}

/** The ids of those that may be our own. */
function maybeOwn(commit: MessagesCommit, conversation: Conversation): Set<string> {
  const participants = participantsIn(commit, conversation)
  const owner = ownerOfAccount(commit.account)
  const ours = commit.received.filter((received) => mayBeOwn(received, owner, participants))
  return new Set(ours.map(({ key }) => messageId(conversation.id, key)))
}

function participantsIn(commit: MessagesCommit, conversation: Conversation): readonly Participant[] {
  return commit.participants.length > 0 ? commit.participants : conversation.participants
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
