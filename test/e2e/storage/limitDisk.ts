import type { Harness } from '../harness/harness.ts'
import { waitUntil } from '../harness/waitUntil.ts'

/** The room the browser gives the extension's databases, for real, in the hands of a test. */
export interface LimitedDisk {
  /** Nothing more fits, whatever is given back. */
  fillUp(): Promise<void>
  /** Nothing more fits either, but some of it is only rows long written over, which the browser can give back. */
  leaveWaste(): Promise<void>
  /** As much room as there is. */
  lift(): Promise<void>
}

const WASTE = 600_000
/** Larger ones lie in files of their own, which are given back at once. */
const ROW = 50_000

/** Takes the room of the extension into the test's hands. */
export async function limitDisk(harness: Harness): Promise<LimitedDisk> {
  const { probe } = harness
  const session = await harness.context.newCDPSession(probe)
  const origin = new URL('/', harness.url('')).href.replace(/\/$/, '')
  const allow = (quotaSize: number) => session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  const usage = async () => (await session.send('Storage.getUsageAndQuota', { origin })).usage
  const fits = (size: number) => probe.evaluate(writeOver, size)

  return {
    async fillUp() {
      await allow(1)
      // The browser goes by what it knew of the room for half a minute; a write that fails shows that it looked again.
      await waitUntil(async () => !(await fits(10)), { timeout: 60_000, interval: 500, what: 'a full disk' })
    },
    async leaveWaste() {
      await probe.evaluate(compact)
      await allow((await usage()) + WASTE)
      await waitUntil(async () => !(await fits(ROW)), { interval: 0, what: 'a disk full of waste' })
      await waitUntil(async () => !(await fits(10)), { interval: 0, what: 'a disk full to the brim' })
    },
    async lift() {
      await session.send('Storage.overrideQuotaForOrigin', { origin })
    },
  }
}

/** Writes the same row anew; false where there was no room for it. */
function writeOver(size: number): Promise<boolean> {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += 60_000) crypto.getRandomValues(bytes.subarray(at, at + 60_000))
  return new Promise((resolve, reject) => {
    const open = indexedDB.open('waste', 1)
    open.onupgradeneeded = () => open.result.createObjectStore('rows')
    open.onerror = () => reject(open.error)
    open.onsuccess = () => {
      const transaction = open.result.transaction('rows', 'readwrite', { durability: 'strict' })
      const end = (fitted: boolean) => {
        open.result.close()
        resolve(fitted)
      }
      transaction.objectStore('rows').put(bytes, 1)
      transaction.oncomplete = () => end(true)
      transaction.onabort = () =>
        transaction.error?.name === 'QuotaExceededError' ? end(false) : reject(transaction.error)
    }
  })
}

/** Has the browser give back what it can, as the product does. */
function compact(): Promise<unknown> {
  return new Promise((resolve) => {
    const open = indexedDB.open('nothing', 1)
    open.onsuccess = () => {
      open.result.close()
      indexedDB.deleteDatabase('nothing').onsuccess = resolve
    }
  })
}
