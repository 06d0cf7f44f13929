import { standingNotices, withdrawNotice } from '../browser/notifications.ts'
import type { Database } from '../store/database.ts'
import { toldBy } from './notices.ts'

/**
 * Takes back the notifications that have nothing left to tell: all they told of was read meanwhile, here or elsewhere,
 * put away, muted, or left with its account.
 */
export async function withdrawRead(db: Database): Promise<void> {
  for (const notice of await standingNotices()) {
    const ids = await toldBy(notice)
    if ((await countWaiting(db, ids)) === 0) await withdrawNotice(notice)
  }
}

async function countWaiting(db: Database, ids: string[]): Promise<number> {
  const [conversations, triages] = await Promise.all([db.conversations.bulkGet(ids), db.triage.bulkGet(ids)])
  return conversations.filter((row, index) => row?.unread === 1 && !triages[index]?.muted).length
}
