import type { Message } from '../../domain/message.ts'
import { foldText } from '../../domain/text.ts'
import type { Database } from '../database.ts'

/**
 * The cached messages that hold every word of the query, newest first, at most `limit`. Case and diacritics do not
 * matter. Reads from the newest on and stops when it has enough or `signal` says so.
 */
export async function searchMessages(
  db: Database,
  query: string,
  limit: number,
  signal?: AbortSignal,
): Promise<Message[]> {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const found: Message[] = []
  await db.messages
    .orderBy('sentAt')
    .reverse()
    .until(() => found.length >= limit || signal?.aborted === true)
    .each((message) => {
      const text = foldText(`${message.senderName ?? ''} ${message.text}`)
      if (words.every((word) => text.includes(word))) found.push(message)
    })
  return found
}
