import type { Conversation } from '../../domain/conversation.ts'
import { firstMessageId, type Recipient } from '../../domain/firstMessage.ts'
import type { SendIntent } from '../../domain/intent.ts'
import { matchReplies } from '../../domain/replyMatch.ts'
import type { Database } from '../database.ts'
import { messagesBefore, sendsOf } from '../queries/thread.ts'
import { findConversationWith, keepFound } from './keepFound.ts'

const NEWEST = 500
const DAY_MS = 24 * 3_600_000

/**
 * There is a conversation now with somebody who was written to for the first time: what was sent and drafted before
 * goes on there as replies, and what has arrived already becomes its message.
 * @returns the conversation, or null where something is being sent at this moment, whose end is to be waited for
 */
export function joinThread(
  db: Database,
  accountId: string,
  to: Recipient,
  urn: string,
  now: number,
): Promise<Conversation | null> {
  const tables = [
    ...[db.accounts, db.conversations, db.triage, db.messages],
    ...[db.outbox, db.drafts, db.files],
  ]
  return db.transactionWithRoom('rw', tables, async () => {
    const account = await db.accounts.get(accountId)
    if (!account) return null
    const before = firstMessageId(accountId, to)
    const conversation = await keepFound(db, account, to, urn, now)
    const sends = await sendsOf(db, before)
    if (sends.some(({ state }) => state === 'sending')) return null
    const arrived = await arrivedOf(db, conversation, sends)
    for (const send of sends) {
      const { to: _, ...reply } = send
      if (arrived.has(send.id)) await db.outbox.delete(send.id)
      else await db.outbox.put({ ...reply, conversationId: conversation.id, channel: conversation.channel })
    }
    await moveDraft(db, before, conversation.id)
    // Those that go with a message too: taken back, it gives them to the box of the conversation it is in.
    await db.files.where('conversationId').equals(before).modify({ conversationId: conversation.id })
    return conversation
  })
}

/** Has whatever was sent for the first time join the conversations that have come into the lists since. */
export async function joinThreads(db: Database, now: number): Promise<void> {
  const rows = await db.outbox.filter((row) => row.kind === 'send' && row.to !== undefined).toArray()
  const firsts = new Map(rows.map((row) => [row.conversationId, row]))
  for (const row of firsts.values()) {
    if (row.kind !== 'send' || !row.to) continue
    const found = await findConversationWith(db, row.accountId, row.to, row.createdAt - DAY_MS)
    if (found) await joinThread(db, row.accountId, row.to, found.urn, now)
  }
}

/** The replies that stand among the messages already, which are marked as theirs. */
async function arrivedOf(
  db: Database,
  { id }: Conversation,
  sends: readonly SendIntent[],
): Promise<Set<string>> {
  const stored = (await messagesBefore(db, id, null, NEWEST)).filter(({ intentId }) => intentId === undefined)
  const found = matchReplies(stored, sends, ({ own }) => own)
  for (const [messageId, send] of found) await db.messages.update(messageId, { intentId: send.id })
  return new Set([...found.values()].map((send) => send.id))
}

async function moveDraft(db: Database, from: string, to: string): Promise<void> {
  const draft = await db.drafts.get(from)
  if (!draft) return
  const there = await db.drafts.get(to)
  const text = there?.text ? `${there.text}\n${draft.text}` : draft.text
  await db.drafts.put({ ...draft, conversationId: to, text })
  await db.drafts.delete(from)
}
