/**
 * Runs `work` while holding a lock of this name over all contexts of the extension; a context that dies lets go. Those
 * that hold it `shared` go side by side, never beside one that holds it alone.
 */
export function withLock<T>(
  name: string,
  work: () => Promise<T>,
  mode: 'exclusive' | 'shared' = 'exclusive',
): Promise<T> {
  return navigator.locks.request(name, { mode }, work) as Promise<T>
}
