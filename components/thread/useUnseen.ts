import { useEffect, useState } from 'react'
import type { TimelineItem } from '../../lib/domain/timeline.ts'

/** How many of other people's messages came in below what is being read; none while the end is in view. */
export function useUnseen(items: readonly TimelineItem[], atEnd: boolean): number {
  const newest = newestInbound(items)
  const [seen, setSeen] = useState(newest)
  useEffect(() => {
    if (atEnd) setSeen(newest)
  }, [atEnd, newest])
  if (atEnd || newest <= seen) return 0
  let count = 0
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index]
    if (!item || (item.kind === 'message' && item.at <= seen)) break
    if (!item.own) count++
  }
  return count
}

function newestInbound(items: readonly TimelineItem[]): number {
  return items.findLast((item) => !item.own)?.at ?? 0
}
