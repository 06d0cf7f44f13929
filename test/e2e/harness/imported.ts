import type { Harness } from './harness.ts'
import { waitUntil } from './waitUntil.ts'

/**
 * Waits until the first import of every account is over. A second one within a minute may have to wait for its share of the
 * requests to be free again, and for the poll after that.
 */
export async function imported(harness: Harness): Promise<void> {
  const unfinished = () =>
    harness.probe.evaluate(async () => {
      // Opening what is not there would make it, in a shape that nobody knows.
      const known = await indexedDB.databases()
      if (!known.some(({ name, version = 0 }) => name === 'parley' && version >= 10)) return -1
      return new Promise<number>((resolve) => {
        const open = indexedDB.open('parley')
        open.onerror = () => resolve(-1)
        open.onsuccess = () => {
          const read = open.result.transaction('accounts').objectStore('accounts').getAll()
          read.onsuccess = () => {
            open.result.close()
            const rows = read.result as { import: { stage: string } }[]
            resolve(rows.length === 0 ? -1 : rows.filter((row) => row.import.stage !== 'done').length)
          }
        }
      })
    })
  await waitUntil(async () => (await unfinished()) === 0, { timeout: 120_000, what: 'the import to end' })
}
