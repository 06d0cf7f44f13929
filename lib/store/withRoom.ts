import { isFullError } from '../domain/storageTrouble.ts'
import { dropOldestMessages } from './commits/dropOldestMessages.ts'
import { compact } from './compact.ts'
import type { Database } from './database.ts'

/** The browser gives room back a moment after it was asked to, on a busy machine up to a second. */
const TRIES = 20
const BETWEEN_TRIES_MS = 100
/** Where dropping messages did not help, the disk is full of other things; it is not tried again for this long (ms). */
const DROP_AGAIN_MS = 10 * 60_000

const droppedAt = new WeakMap<Database, number>()

/**
 * Runs a write of what the user made. Where the disk is full, it makes room and tries again: first by what costs
 * nothing, then by dropping the oldest cached messages, which can be fetched again.
 * @param write must leave nothing behind when it fails, as a transaction does
 * @throws whatever the last try threw
 */
export async function withRoom<T>(db: Database, write: () => PromiseLike<T>): Promise<T> {
  let failure: unknown
  for (const makeRoom of [undefined, compact, dropAndCompact]) {
    if (makeRoom && (await makeRoom(db).catch(() => undefined)) === 'useless') break
    for (let left = makeRoom ? TRIES : 1; left > 0; left--) {
      try {
        return await write()
      } catch (error) {
        if (!isFullError(error)) throw error
        failure = error
      }
      if (left > 1) await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS))
    }
  }
  throw failure
}

async function dropAndCompact(db: Database): Promise<'useless' | undefined> {
  const last = droppedAt.get(db)
  if (last !== undefined && Math.abs(Date.now() - last) < DROP_AGAIN_MS) return 'useless'
  droppedAt.set(db, Date.now())
  await dropOldestMessages(db)
  await compact(db)
  return undefined
}
