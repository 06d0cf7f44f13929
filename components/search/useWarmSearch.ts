import { useEffect } from 'react'
import { hasMuchText } from '../../lib/store/search/hasMuchText.ts'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { searchClientOf } from './useSearch.ts'

/** So long (ms) after the page has shown what it was opened for. */
const AT_REST_MS = 3_000

/** Has a large cache's text read in before the first search asks for it, once the page is at rest. */
export function useWarmSearch(): void {
  const db = useLateDatabase()
  useEffect(() => {
    if (!db) return
    const timer = setTimeout(() => {
      // Without it the first search takes longer, nothing else.
      hasMuchText(db).then(
        (much) => much && searchClientOf(db).warm(),
        () => undefined,
      )
    }, AT_REST_MS)
    return () => clearTimeout(timer)
  }, [db])
}
