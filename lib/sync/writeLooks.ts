import type { Looks } from '../domain/looks.ts'
import { noteFresh, noteRequests } from '../store/commits/notes.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** Has the database know what was read and asked without it. Never rejects: on a full disk it is done without. */
export async function writeLooks(
  { db }: Pick<SyncDeps, 'db'>,
  take: () => Promise<Looks | null>,
): Promise<void> {
  try {
    const looks = await take()
    if (!looks) return
    if (looks.requests.length > 0) await noteRequests(db, looks.requests)
    for (const read of looks.reads) {
      const known = await db.freshness.get(read.accountId)
      if (known && known.serverAt < read.serverAt) await noteFresh(db, read)
    }
  } catch {
    // What is missing makes things look older than they are, until the next poll.
  }
}
