/**
 * Answers with one read all that is asked in the same moment, be it by several callers.
 * @param read gets each key once; it begins after all that it answers was asked
 */
export function together<K, V>(
  read: (keys: K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let asked: Set<K> | null = null
  let answer: Promise<ReadonlyMap<K, V>>
  return async (key) => {
    if (!asked) {
      const keys = new Set<K>()
      asked = keys
      answer = Promise.resolve().then(() => {
        asked = null
        return read([...keys])
      })
    }
    asked.add(key)
    return (await answer).get(key)
  }
}
