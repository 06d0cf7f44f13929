import type { Page } from 'playwright-core'
import { DATABASE_OF_VERSION_1 } from '../../fixtures/databaseOfVersion1.ts'

/** What later versions added to the rows of conversations. */
const LATER = ['waiting', 'muted', 'labels', 'labelled', 'snoozedUntil', 'remindAt']

/**
 * Puts a database of version 1 in the place of the one that is there: its tables and indexes, and of the rows what it knew.
 * No page of the extension may be open, nor its worker run.
 */
export function asVersion1(probe: Page): Promise<void> {
  return probe.evaluate(
    async ({ tables, later }) => {
      const old: Record<string, Record<string, unknown>[]> = {}
      const present = await done(indexedDB.open('parley'))
      for (const { name } of tables) {
        const rows = await done(present.transaction(name).objectStore(name).getAll())
        old[name] = rows as Record<string, unknown>[]
      }
      present.close()
      await done(indexedDB.deleteDatabase('parley'))
      // Dexie counts in tens.
      const open = indexedDB.open('parley', 10)
      open.onupgradeneeded = () => {
        for (const { name, keyPath, autoIncrement, indexes } of tables) {
          const store = open.result.createObjectStore(name, { keyPath, autoIncrement })
          for (const index of indexes) store.createIndex(index.name, index.keyPath)
        }
      }
      const database = await done(open)
      for (const { name } of tables) {
        const store = database.transaction(name, 'readwrite').objectStore(name)
        for (const row of old[name] ?? []) {
          if (name === 'conversations') for (const field of later) delete row[field]
          await done(store.put(row))
        }
      }
      database.close()

      function done<T>(request: IDBRequest<T>): Promise<T> {
        return new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      }
    },
    { tables: TABLES, later: LATER },
  )
}

/** What Dexie makes of "++id, name, [one+other]". */
const TABLES = Object.entries(DATABASE_OF_VERSION_1).map(([name, schema]) => {
  const [primary = '', ...indexes] = schema.split(', ')
  return {
    name,
    keyPath: keyPathOf(primary.replace('++', '')),
    autoIncrement: primary.startsWith('++'),
    indexes: indexes.map((index) => ({ name: index, keyPath: keyPathOf(index) })),
  }
})

function keyPathOf(index: string): string | string[] {
  return index.startsWith('[') ? index.slice(1, -1).split('+') : index
}
