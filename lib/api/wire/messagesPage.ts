import type { MessagesAnswer } from '../Api.ts'
import { fieldsIn, layersOf, rowsIn } from './envelope.ts'
import { cursor, flag, list, rowOf } from './fields.ts'
import { readMessage } from './message.ts'
import { orderMessages } from './orderMessages.ts'
import { readParticipants } from './participant.ts'
import { readRows } from './readRows.ts'

const page = rowOf({ participants: list, cursor, nextCursor: cursor, hasMore: flag })

export type MessagesPage = Pick<MessagesAnswer, 'messages' | 'participants' | 'cursor' | 'hasMore'> & {
  reasons: string[]
}

/**
 * A page of messages (contract 2.2), or null where the answer has no list of messages.
 * @param latest the latest time (server ms) to believe
 */
export function readMessagesPage(value: unknown, latest: number): MessagesPage | null {
  const layers = layersOf(value)
  const rows = rowsIn(layers, ['messages'])
  if (!rows) return null
  const head = page(fieldsIn(layers))
  const { items, reasons } = readRows(rows, (row) => readMessage(row, latest))
  return {
    messages: orderMessages(items),
    participants: readParticipants(head.participants),
    cursor: head.cursor ?? head.nextCursor,
    hasMore: head.hasMore,
    reasons,
  }
}
