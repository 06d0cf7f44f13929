import { useEffect, useState } from 'react'
import { rowCounts } from '../../lib/store/queries/diagnostics.ts'
import { useNow } from '../hooks/useNow.ts'
import { useDatabase } from '../platform/PlatformContext.tsx'

/**
 * How many rows each table holds, read again every 15 s. Not a live query: to count is to go through all of them, which
 * must not happen again at each message that comes in.
 */
export function useRowCounts(): Record<string, number> | undefined {
  const db = useDatabase()
  const now = useNow()
  const [counts, setCounts] = useState<Record<string, number>>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again at each tick of the clock
  useEffect(() => {
    let isOver = false
    rowCounts(db).then(
      (read) => isOver || setCounts(read),
      () => undefined,
    )
    return () => {
      isOver = true
    }
  }, [db, now])
  return counts
}
