import type { Conversation } from '../../domain/conversation.ts'
import type { SendIntent } from '../../domain/intent.ts'
import type { Message } from '../../domain/message.ts'
import type { Span } from '../../domain/span.ts'
import type { Triage } from '../../domain/triage.ts'
import type { NewestScreen } from '../queries/newestScreen.ts'
import { soundRow } from '../sound/soundRow.ts'
import type { RowsAtOnce } from './readAtOnce.ts'

/**
 * What a thread shows first, of rows that were read at once: the same that `readNewestScreen` gives for `limit - 1`.
 * Null where the conversation is not there, or not sound.
 */
export function screenAtOnce(rows: RowsAtOnce, limit: number): NewestScreen | null {
  const conversation = soundRow('conversations', rows.conversation) as Conversation | undefined
  if (!conversation) return null
  const messages = sound<Message>('messages', rows.messages).reverse()
  const before = rows.messages.length === limit ? (messages.shift() ?? null) : null
  const sends = sound<SendIntent>('outbox', rows.outbox)
    .filter(({ kind }) => kind === 'send')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const triage = soundRow('triage', rows.triage) as Triage | undefined
  return {
    conversation,
    messages,
    before,
    sends,
    spans: sound<Span>('spans', rows.spans),
    triage: triage ?? null,
  }
}

function sound<T>(table: string, rows: readonly unknown[]): T[] {
  return rows.map((row) => soundRow(table, row)).filter((row) => row !== undefined) as T[]
}
