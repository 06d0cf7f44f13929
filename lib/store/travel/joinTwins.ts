import type { Label } from '../../domain/label.ts'
import type { Snippet } from '../../domain/snippet.ts'
import type { TravelRecord } from '../../domain/travel/TravelRecord.ts'
import { recordId, rowOf } from '../../domain/travel/travellers.ts'
import type { Database } from '../database.ts'
import { touchTriage } from '../intents/touchConversations.ts'
import { arrivedRow } from './records.ts'

/**
 * Lets labels of the same name, and snippets word for word the same, that were made on both computers be one: those of here
 * make way for those of there. Call inside a transaction over what it writes.
 */
export async function joinTwins(db: Database, there: readonly TravelRecord[]): Promise<void> {
  const rows = there.flatMap((record) => {
    const row = arrivedRow(record)
    return row === undefined ? [] : [{ table: rowOf(record.id)?.table, row }]
  })
  const labels = rows.flatMap(({ table, row }) => (table === 'labels' ? [row as Label] : []))
  const snippets = rows.flatMap(({ table, row }) => (table === 'snippets' ? [row as Snippet] : []))
  for (const [mine, { id }] of twins(await db.labels.toArray(), labels, ({ name }) =>
    name.trim().toLowerCase(),
  )) {
    const conversationIds = await db.triage.where('labels').equals(mine.id).primaryKeys()
    await db.labels.delete(mine.id)
    // Deleted nowhere: it goes on under another id.
    await db.stamps.delete(recordId('labels', mine.id))
    await touchTriage(db, conversationIds, (triage) => ({
      labels: [...new Set(triage.labels.map((one) => (one === mine.id ? id : one)))].toSorted(),
    }))
  }
  for (const [mine] of twins(await db.snippets.toArray(), snippets, ({ name, text }) => `${name}\n${text}`)) {
    await db.snippets.delete(mine.id)
    await db.stamps.delete(recordId('snippets', mine.id))
  }
}

/** Those that there is one of there, too, under another id. */
function twins<T extends { id: string }>(
  here: readonly T[],
  there: readonly T[],
  says: (row: T) => string,
): [mine: T, theirs: T][] {
  const ids = new Set(there.map(({ id }) => id))
  const bySaying = new Map(there.map((row) => [says(row), row]))
  return here.flatMap((mine) => {
    const theirs = bySaying.get(says(mine))
    return theirs && !ids.has(mine.id) ? [[mine, theirs]] : []
  })
}
