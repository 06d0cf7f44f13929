/** Bytes that the extension uses on the disk; null where the browser does not say, as in some private windows. */
export async function usedBytes(): Promise<number | null> {
  return (await navigator.storage?.estimate?.())?.usage ?? null
}
