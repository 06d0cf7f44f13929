import Dexie from 'dexie'
import { spansSince } from '../../domain/spans.ts'
import type { Database } from '../database.ts'
import { spansOf } from '../queries/thread.ts'

const { minKey } = Dexie

/**
 * Takes the messages of a conversation that were sent before a server time (ms; Infinity for all) out of the cache, and
 * with them whatever says that they are there. The list keeps its row, and nothing reads them again until somebody
 * scrolls up. All that forgets history goes through here.
 * @returns how many went
 */
export function dropMessages(db: Database, conversationId: string, before: number): Promise<number> {
  return db.transaction('rw', [db.messages, db.spans, db.accounts, db.conversations], async () => {
    const ids = await db.messages
      .where('[conversationId+sentAt+key]')
      .between([conversationId, minKey], [conversationId, before])
      .primaryKeys()
    await db.messages.bulkDelete(ids)
    const spans = await spansOf(db, conversationId)
    const left = spansSince(spans, before)
    const gone = spans.filter((span) => !left.includes(span))
    if (gone.length === 0) return ids.length
    await db.spans.bulkDelete(gone.map((span): [string, number] => [span.conversationId, span.from]))
    await db.spans.bulkPut(left.filter((span) => !spans.includes(span)))
    if (left.length <= 1) await forgetGap(db, conversationId)
    return ids.length
  })
}

/** Without two stretches there is no gap to be closed by the polls. */
async function forgetGap(db: Database, conversationId: string): Promise<void> {
  const conversation = await db.conversations.get(conversationId)
  const account = conversation && (await db.accounts.get(conversation.accountId))
  const gapped = account?.gapped?.filter((one) => one.conversationId !== conversationId)
  if (account && gapped && gapped.length < (account.gapped?.length ?? 0)) {
    await db.accounts.update(account.id, { gapped })
  }
}
