import { type RefObject, useEffect } from 'react'
import { besideInList, type ListPlace } from '../conversation-list/ListPlace.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import { useLateDatabase } from '../platform/PlatformContext.tsx'
import { readAhead } from './newestScreens.ts'

/** The conversations above and below the open one are a key away: they are read once it was painted. */
export function useReadNeighbours(place: RefObject<ListPlace>, openId: string | null): void {
  const db = useLateDatabase()
  useEffect(() => {
    if (!db || openId === null) return
    let left = false
    void afterPaint().then(() => {
      for (const steps of [1, -1]) {
        const id = left ? null : besideInList(place.current, openId, steps)
        // What cannot be read now is told when it is opened.
        if (id !== null) void readAhead(db, id).catch(() => undefined)
      }
    })
    return () => {
      left = true
    }
  }, [db, place, openId])
}
