import browser from 'webextension-polyfill'

/** Storage that the browser brings to the user's other computers, where they are signed in to it; else it stays here. */
export const synced = {
  read: (): Promise<Record<string, unknown>> => browser.storage.sync.get(null),
  write: (items: Record<string, unknown>): Promise<void> => browser.storage.sync.set(items),
  remove: (keys: string[]): Promise<void> => browser.storage.sync.remove(keys),
  clear: (): Promise<void> => browser.storage.sync.clear(),
}

/** Calls back when something in it changed, from here or from elsewhere; other storage wakes nobody. */
export function onSynced(handle: () => void): void {
  browser.storage.sync.onChanged.addListener(handle)
}
