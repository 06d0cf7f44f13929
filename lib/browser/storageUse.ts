/** Bytes that the extension uses on the disk; null where the browser does not say, as in some private windows. */
export async function usedBytes(): Promise<number | null> {
  return (await navigator.storage?.estimate?.())?.usage ?? null
}

/** Whether there is a database at all. A browser that cannot say has none, as far as anybody may rely on it. */
export async function hasDatabase(): Promise<boolean> {
  return (await indexedDB.databases()).length > 0
}
