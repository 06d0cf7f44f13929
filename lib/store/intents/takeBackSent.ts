import type { Database } from '../database.ts'
import { sendsOf } from '../queries/thread.ts'
import { editReply } from './replies.ts'
import { moveToInbox } from './shelves.ts'

/**
 * Takes "send and done" back: the conversation lies in the inbox again, and where its newest reply has not gone out yet
 * its text is in the reply box. What went out stays out.
 */
export async function takeBackSent(db: Database, conversationId: string, now: number): Promise<void> {
  const newest = (await sendsOf(db, conversationId)).findLast(
    ({ state }) => state === 'held' || state === 'queued',
  )
  if (newest) await editReply(db, newest.id, now)
  await moveToInbox(db, conversationId)
}
