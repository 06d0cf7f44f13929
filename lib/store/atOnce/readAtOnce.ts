import { maxKey, minKey } from '../keys.ts'
import { DATABASE_NAME, STORED_VERSION } from '../schema/stored.ts'

/** What a thread shows first, as it is on the disk: nobody has looked yet whether its rows are sound. */
export interface RowsAtOnce {
  conversation: unknown
  /** The newest, newest first. */
  messages: unknown[]
  outbox: unknown[]
  spans: unknown[]
  triage: unknown
}

/**
 * Reads what a thread shows first without Dexie, whose code alone takes longer to load; of the messages, the newest
 * `limit`. Null where there is no database, or not of this version: then whoever asks waits for Dexie, which makes or
 * upgrades it. Never rejects.
 */
export function readAtOnce(
  conversationId: string,
  limit: number,
  name = DATABASE_NAME,
): Promise<RowsAtOnce | null> {
  return new Promise((resolve) => {
    const none = () => resolve(null)
    try {
      // Of whatever version it is.
      const opening = indexedDB.open(name)
      // There is none, and none must be left behind.
      opening.onupgradeneeded = () => opening.transaction?.abort()
      opening.onerror = none
      opening.onsuccess = () => {
        const db = opening.result
        db.onversionchange = () => db.close()
        if (db.version === STORED_VERSION) read(db, conversationId, limit).then(resolve, none)
        else none()
        // Once what was asked of it is answered.
        db.close()
      }
    } catch {
      // A browser that does not let us have one.
      none()
    }
  })
}

async function read(db: IDBDatabase, conversationId: string, limit: number): Promise<RowsAtOnce> {
  const transaction = db.transaction(['conversations', 'messages', 'outbox', 'spans', 'triage'])
  const store = (name: string) => transaction.objectStore(name)
  const whole = IDBKeyRange.bound([conversationId, minKey], [conversationId, maxKey])
  // All are asked for before the first is answered, as the transaction ends with the last answer.
  const [conversation, messages, outbox, spans, triage] = await Promise.all([
    answer(store('conversations').get(conversationId)),
    newest(store('messages').index('[conversationId+sentAt+key]'), whole, limit),
    answer(store('outbox').index('conversationId').getAll(conversationId)),
    answer(store('spans').getAll(whole)),
    answer(store('triage').get(conversationId)),
  ])
  return { conversation, messages, outbox, spans, triage }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Newer browsers give all of them in one answer. */
interface WithRecords extends IDBIndex {
  getAllRecords?(options: object): IDBRequest<{ value: unknown }[]>
}

async function newest(index: WithRecords, query: IDBKeyRange, count: number): Promise<unknown[]> {
  if (index.getAllRecords) {
    const records = await answer(index.getAllRecords({ query, count, direction: 'prev' }))
    return records.map(({ value }) => value)
  }
  return new Promise((resolve, reject) => {
    const rows: unknown[] = []
    const stepping = index.openCursor(query, 'prev')
    stepping.onerror = () => reject(stepping.error)
    stepping.onsuccess = () => {
      const cursor = stepping.result
      if (!cursor || rows.length === count) return resolve(rows)
      rows.push(cursor.value)
      cursor.continue()
    }
  })
}
