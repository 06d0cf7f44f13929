import browser, { type Storage } from 'webextension-polyfill'

type Items = Record<string, unknown>

/**
 * An area of the browser's storage, asked once for all that is asked of it in the same moment: each call wakes another
 * process. Calls take effect in the order in which they were made.
 */
function inOneCall(area: Storage.StorageArea) {
  let reads: { keys: Set<string>; answer: Promise<Items> } | null = null
  let writes: { items: Items; done: Promise<void> } | null = null

  /** At the end of this moment; what is asked for after that goes with another call. */
  function soon<T>(call: () => Promise<T>): Promise<T> {
    return Promise.resolve().then(() => {
      reads = null
      writes = null
      return call()
    })
  }

  return {
    /** @returns these items, perhaps among others */
    get(keys: readonly string[]): Promise<Items> {
      writes = null
      if (!reads) {
        const all = new Set<string>()
        reads = { keys: all, answer: soon(() => area.get([...all])) }
      }
      for (const key of keys) reads.keys.add(key)
      return reads.answer
    },
    set(items: Items): Promise<void> {
      reads = null
      if (!writes) {
        const all: Items = {}
        writes = { items: all, done: soon(() => area.set(all)) }
      }
      Object.assign(writes.items, items)
      return writes.done
    },
    remove(keys: string[]): Promise<void> {
      reads = null
      writes = null
      return soon(() => area.remove(keys))
    },
  }
}

/** Memory: never written to the disk, and gone when the browser closes, or the extension is updated or switched off. */
export const session = inOneCall(browser.storage.session)

/** On the disk. */
export const local = inOneCall(browser.storage.local)
