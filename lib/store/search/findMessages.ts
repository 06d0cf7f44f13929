import Dexie from 'dexie'
import type { Message } from '../../domain/message.ts'
import { type Found, isFound } from '../../domain/scanChunks.ts'
import type { Database } from '../database.ts'

const { minKey, maxKey } = Dexie

/** The messages that were found, in the same order; those that went meanwhile are left out. */
export async function findMessages(db: Database, found: readonly Found[]): Promise<Message[]> {
  const rows = await db.transaction('r', [db.messages], () =>
    Promise.all(
      found.map(({ conversationId, sentAt }) =>
        db.messages
          .where('[conversationId+sentAt+key]')
          .between([conversationId, sentAt, minKey], [conversationId, sentAt, maxKey])
          .toArray(),
      ),
    ),
  )
  return found.flatMap((one, at) => rows[at]?.find((message) => isFound(one, message)) ?? [])
}
