import { afterFruitlessTry } from '../../domain/gapped.ts'
import type { Database } from '../database.ts'

/** Notes that a gap of a thread was tried (local ms) and did not get smaller. */
export function noteFruitlessTry(
  db: Database,
  accountId: string,
  conversationId: string,
  now: number,
): Promise<void> {
  return db.transaction('rw', [db.accounts], async () => {
    const account = await db.accounts.get(accountId)
    const gapped = account?.gapped?.map((one) =>
      one.conversationId === conversationId ? afterFruitlessTry(one, now) : one,
    )
    if (gapped) await db.accounts.update(accountId, { gapped })
  })
}
