import type { Transaction } from 'dexie'
import type { Conversation } from '../../domain/conversation.ts'
import { standingOf } from '../../domain/standing.ts'
import { type Triage, untouched } from '../../domain/triage.ts'
import { countsOf } from '../counts.ts'

/**
 * What the third version adds: whose turn it is and the labels of a conversation, in its row and in indexes of their own;
 * reminders; notes on people. Each label of a conversation is a key of three parts (LabelKey), so that the list of a
 * label is read by activity and a page at a time like any other.
 */
export const VERSION_3 = {
  conversations:
    'id, accountId, [shelf+lastActivityAt], [accountId+shelf+lastActivityAt], [unread+lastActivityAt], [accountId+unread+lastActivityAt], [starred+lastActivityAt], [accountId+starred+lastActivityAt], [waiting+lastActivityAt], [accountId+waiting+lastActivityAt], [accountId+lastActivityAt], *labelled',
  triage: 'conversationId, snoozedUntil, remindAt, *labels',
  personNotes: 'personId',
} as const

/** Gives the rows that are there what they lack, and counts them by view. */
export async function upgradeToVersion3(transaction: Transaction): Promise<void> {
  const triages = await transaction.table<Triage>('triage').toArray()
  const known = new Map(triages.map((row) => [row.conversationId, row]))
  const rows = (await transaction.table<Conversation>('conversations').toArray()).map((row) => ({
    ...standingOf(row, known.get(row.id) ?? untouched(row.id, row.accountId)),
    ...row,
  }))
  // Written whole, so that the new indexes find them.
  await transaction.table('triage').bulkPut(triages.map((row) => ({ ...untouched('', ''), ...row })))
  await transaction.table('conversations').bulkPut(rows)
  await transaction.table('counts').clear()
  await transaction.table('counts').bulkPut([...countsOf(rows).values()])
}
