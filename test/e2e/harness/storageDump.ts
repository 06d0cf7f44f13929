import type { Page } from 'playwright-core'

/** Everything the extension keeps on this machine. */
export interface StorageDump {
  readonly local: Record<string, unknown>
  readonly session: Record<string, unknown>
  readonly localStorage: Record<string, string>
  /** Database name → table name → rows. */
  readonly indexedDB: Record<string, Record<string, unknown[]>>
}

/** Reads all storage of the extension through the probe page, without the extension's own code. */
export function dumpStorage(probe: Page): Promise<StorageDump> {
  return probe.evaluate(async () => {
    const databases: Record<string, Record<string, unknown[]>> = {}
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue
      // Written out twice: a helper kept in a constant would not survive every compiler's way into the page.
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const tables: Record<string, unknown[]> = {}
      for (const table of database.objectStoreNames) {
        tables[table] = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(table).objectStore(table).getAll()
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      }
      database.close()
      databases[name] = tables
    }
    return {
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      localStorage: { ...localStorage },
      indexedDB: databases,
    }
  })
}
