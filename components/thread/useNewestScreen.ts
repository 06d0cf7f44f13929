import { useLayoutEffect, useState } from 'react'
import type { NewestScreen } from '../../lib/store/queries/newestScreen.ts'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { readAhead, takeAhead } from './newestScreens.ts'

/** What a thread shows first; undefined while it is read. It stays what it was: live queries go on from there. */
export function useNewestScreen(conversationId: string): NewestScreen | undefined {
  const db = useLateDatabase()
  const [answer, setAnswer] = useState<{ screen?: NewestScreen | undefined; error?: unknown }>(() => ({
    screen: takeAhead(db, conversationId),
  }))
  const known = answer.screen !== undefined
  // Not after the first paint, which is only a place for what this brings.
  useLayoutEffect(() => {
    if (known || !db) return
    let left = false
    readAhead(db, conversationId).then(
      (screen) => !left && setAnswer({ screen }),
      (error: unknown) => !left && setAnswer({ error }),
    )
    return () => {
      left = true
    }
  }, [db, conversationId, known])
  // Caught by the boundary around the page, like every query that fails.
  if (answer.error !== undefined) throw answer.error
  return answer.screen
}
