import Dexie from 'dexie'
import type { Conversation } from '../../domain/conversation.ts'
import type { ReceivedMessage } from '../../domain/message.ts'
import { newerPreview } from '../../domain/newerPreview.ts'
import type { Proven } from '../../domain/recalled.ts'
import { messageId } from '../../domain/urn.ts'
import type { Database } from '../database.ts'
import { messagesBefore } from '../queries/thread.ts'

const { minKey } = Dexie

/**
 * Takes messages out of the cache that an answer proves to be gone: their sender recalled them. What was sent from
 * here is believed gone only where LinkedIn itself was asked, as the API's own store can be the last to know of it, and
 * only once the thread has shown it.
 * Runs inside the caller's transaction.
 * @returns the conversation as it is without them
 */
export async function removeRecalled(
  db: Database,
  conversation: Conversation,
  received: readonly ReceivedMessage[],
  proven: Proven,
): Promise<Conversation> {
  const { id } = conversation
  const shown = new Set(received.map((message) => messageId(id, message.key)))
  const stored = db.messages
    .where('[conversationId+sentAt+key]')
    .between([id, proven.above + 1, minKey], [id, proven.below, minKey], true, false)
  const missing = (await stored.primaryKeys()).filter((key) => !shown.has(key))
  const rows = (await db.messages.bulkGet(missing)).filter((row) => row !== undefined)
  const gone = rows.filter((row) => !row.echo && (proven.synced || row.intentId === undefined))
  if (gone.length === 0) return conversation
  await db.messages.bulkDelete(gone.map((row) => row.id))
  const at = (time: number | null | undefined) => gone.some((row) => row.sentAt === time)
  const left = { ...conversation }
  if (at(left.preview?.sentAt)) {
    const [newest] = await messagesBefore(db, id, null, 1)
    left.preview = newerPreview(null, newest ?? null)
  }
  if (at(left.latestInboundAt)) {
    const inbound = await db.messages
      .where('[conversationId+sentAt+key]')
      .between([id, minKey], [id, left.latestInboundAt, []], true, true)
      .reverse()
      .filter((message) => !message.own)
      .first()
    left.latestInboundAt = inbound?.sentAt ?? 0
  }
  return left
}
