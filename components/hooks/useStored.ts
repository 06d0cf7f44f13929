import { useEffect, useState } from 'react'
import type { Database } from '../../lib/store/database.ts'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { afterPaint } from './afterPaint.ts'

/**
 * What a query of lib/store gives, kept up to date; undefined while the first answer is on its way. When `deps`
 * change the last answer stays until the new one is there, so that nothing flashes: give the component a `key`
 * where the last answer would be a lie. A query for one row should give null where there is none, to be told from loading.
 * @param first stands for the first answer until it comes, which is not asked for before this was painted
 * @throws while rendering, what the query threw
 */
export function useStored<T>(
  query: (db: Database) => Promise<T>,
  deps: readonly unknown[] = [],
  first?: T,
): T | undefined {
  const db = useLateDatabase()
  const [answer, setAnswer] = useState<{ value: T | undefined } | { error: unknown }>({ value: first })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a query is a new function in each render; `deps` tell it apart
  useEffect(() => {
    if (!db) return
    let left = false
    let stop: (() => void) | undefined
    const start = () => {
      if (left) return
      stop = db.watch(
        () => query(db),
        (value) => left || setAnswer((last) => ('value' in last && last.value === value ? last : { value })),
        (error) => left || setAnswer({ error }),
      )
    }
    if (first === undefined) start()
    else void afterPaint().then(start)
    return () => {
      left = true
      // Nobody hears it any more; to end it takes time, which what comes in its place needs first.
      void afterPaint().then(() => stop?.())
    }
  }, [db, ...deps])
  if ('error' in answer) throw answer.error
  return answer.value
}
