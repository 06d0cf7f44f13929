import { useEffect, useRef, useState } from 'react'
import { oneLine } from '../../lib/domain/text.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import type { TimelineItem } from '../../lib/domain/timeline.ts'

const BATCH_MS = 1000
const LONGEST = 200

interface LiveNewsProps {
  items: readonly TimelineItem[]
  otherName: string
  /** Newer messages lie below these: what is brought from there is no news. */
  newer: boolean
}

/** Reads out new messages of others, several at once, and nothing that is older than what was already there. */
export function LiveNews({ items, otherName, newer }: LiveNewsProps) {
  const [news, setNews] = useState('')
  const heardUpTo = useRef<number | null>(null)
  useEffect(() => {
    if (newer) {
      heardUpTo.current = null
      return
    }
    const newest = items.findLast(isInbound)?.at ?? 0
    const heard = heardUpTo.current
    if (heard === null || newest <= heard) {
      if (heard === null && items.length > 0) heardUpTo.current = newest
      return
    }
    const timer = setTimeout(() => {
      heardUpTo.current = newest
      setNews(
        newsText(
          items.filter((item) => isInbound(item) && item.at > heard),
          otherName,
        ),
      )
    }, BATCH_MS)
    return () => clearTimeout(timer)
  }, [items, otherName, newer])
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {news}
    </div>
  )
}

function isInbound(item: TimelineItem): boolean {
  return item.kind === 'message' && !item.own
}

function newsText(news: readonly TimelineItem[], otherName: string): string {
  const only = news.length === 1 ? news[0] : undefined
  if (only?.kind !== 'message') return counted('thread_news', news.length, { name: otherName })
  const words = oneLine(only.message.text, LONGEST) || text('thread_attachment')
  return text('thread_newsOf', { name: only.message.senderName ?? otherName, words })
}
