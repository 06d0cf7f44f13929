import type { Message } from '../../domain/message.ts'
import type { Database } from '../database.ts'
import { messagesFrom, type Place } from './thread.ts'

const PAGE = 500

/** All cached messages of a thread, oldest first, a page at a time: between two pages others have their turn. */
export async function* messagePages(db: Database, conversationId: string): AsyncGenerator<Message[]> {
  let from: Place | null = { sentAt: Number.NEGATIVE_INFINITY, key: '' }
  while (from) {
    const page: Message[] = await messagesFrom(db, conversationId, from, PAGE)
    if (page.length > 0) yield page
    const last = page.at(-1)
    // The very next key there can be.
    from = last && page.length === PAGE ? { sentAt: last.sentAt, key: `${last.key}\0` } : null
  }
}
