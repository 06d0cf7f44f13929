import { NEVER } from '../../domain/due.ts'
import type { Recipient } from '../../domain/firstMessage.ts'
import type { SendIntent } from '../../domain/intent.ts'
import { isLate } from '../../domain/scheduled.ts'
import type { Database } from '../database.ts'

/** Something in the outbox that no list shows by itself. */
export interface OpenSend {
  send: SendIntent
  /** What its conversation is called; null for a first message. */
  title: string | null
}

/**
 * First messages whose conversation is still to come, replies that wait for the user, and scheduled ones that missed
 * their time (at `now`, local ms). Replies whose account is gone stand in the options.
 */
export async function openSends(db: Database, now: number): Promise<OpenSend[]> {
  const rows = await db.outbox.orderBy('id').toArray()
  const open = rows.filter((row): row is SendIntent => row.kind === 'send' && isOpen(row, now))
  const conversations = await db.conversations.bulkGet(open.map(({ conversationId }) => conversationId))
  return open
    .map((send, index) => ({ send, title: conversations[index]?.title ?? null }))
    .filter(({ send, title }) => title !== null || send.to !== undefined || !waitsForUser(send))
}

function isOpen(send: SendIntent, now: number): boolean {
  return send.to !== undefined || (send.state === 'scheduled' && isLate(send, now)) || waitsForUser(send)
}

/** It failed, or was looked for in vain: nothing more happens to it by itself. */
export function waitsForUser({ state, nextAttemptAt }: SendIntent): boolean {
  return state === 'failed' || (state === 'unconfirmed' && nextAttemptAt === NEVER)
}

/** Whom a first message that has not joined its conversation yet went to, by the name of their profile. */
export async function firstMessageTo(
  db: Database,
  profile: string,
): Promise<{ accountId: string; to: Recipient } | undefined> {
  if (profile === '') return undefined
  const row = await db.outbox.filter((one) => one.kind === 'send' && one.to?.profile === profile).first()
  return row?.kind === 'send' && row.to ? { accountId: row.accountId, to: row.to } : undefined
}
