import { useState } from 'react'
import type { TimelineItem } from '../../lib/domain/timeline.ts'

/**
 * How many of other people's messages came in below what is being read; none while the end is in view.
 * @param newer more lie below the last one: what is brought from there was there all along
 */
export function useUnseen(items: readonly TimelineItem[], atEnd: boolean, newer: boolean): number {
  const newest = newestInbound(items)
  const [base, setBase] = useState({ seen: newest, newer })
  if (atEnd || newer || base.newer) {
    if (base.seen !== newest || base.newer !== newer) setBase({ seen: newest, newer })
    return 0
  }
  const { seen } = base
  if (newest <= seen) return 0
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
