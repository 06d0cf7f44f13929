import { useEffect, useMemo, useSyncExternalStore } from 'react'

/** What was just put away on this page, by id; true once that is on disk. */
let away: ReadonlyMap<string, boolean> = new Map()
const listeners = new Set<() => void>()

function change(next: ReadonlyMap<string, boolean>): void {
  away = next
  for (const listener of listeners) listener()
}

function marked(ids: readonly string[], onDisk: boolean): ReadonlyMap<string, boolean> {
  return new Map([...away, ...ids.map((id) => [id, onDisk] as const)])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Takes conversations out of the lists of this page at once: the hand that put them away is faster than the database.
 * @param written resolves to whether it is on disk; where it is not, they are back
 */
export function putAway(ids: readonly string[], written: Promise<boolean>): void {
  change(marked(ids, false))
  void written.then((onDisk) =>
    change(onDisk ? marked(ids, true) : new Map([...away].filter(([id]) => !ids.includes(id)))),
  )
}

/** The rows of a list without those just put away. What was read after it was on disk tells by itself which are left. */
export function useRowsLeft<T extends { readonly id: string }>(rows: readonly T[]): readonly T[]
export function useRowsLeft<T extends { readonly id: string }>(
  rows: readonly T[] | undefined,
): readonly T[] | undefined
export function useRowsLeft<T extends { readonly id: string }>(
  rows: readonly T[] | undefined,
): readonly T[] | undefined {
  const gone = useSyncExternalStore(subscribe, () => away)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about rows that were read anew, whichever they are
  useEffect(() => {
    const unknown = [...away].filter(([, onDisk]) => !onDisk)
    if (unknown.length < away.size) change(new Map(unknown))
  }, [rows])
  return useMemo(() => {
    const left = rows?.filter(({ id }) => !gone.has(id))
    return left?.length === rows?.length ? rows : left
  }, [rows, gone])
}
