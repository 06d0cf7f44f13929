import { type ReactElement, useCallback, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { TimelineItem } from '../../lib/domain/timeline.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import styles from './FirstRows.module.css'

interface FirstRowsProps {
  items: readonly TimelineItem[]
  renderItem: (item: TimelineItem) => ReactElement
  /** They were painted, with these heights (px). */
  onPainted: (heights: number[]) => void
}

/**
 * The rows of a thread in its first frame, one below the other. The virtualiser renders its rows up to three times
 * before they stand where they belong; given the heights that these had, it has nothing left to find out.
 */
export function FirstRows({ items, renderItem, onPainted }: FirstRowsProps) {
  const box = useRef<HTMLDivElement>(null)
  const handOver = useCallback(() => {
    if (box.current) onPainted([...box.current.children].map((row) => row.getBoundingClientRect().height))
  }, [onPainted])
  useEffect(() => void afterPaint().then(handOver), [handOver])
  return (
    // A pointer comes before a press: what a row is asked for must not go with it when the virtualiser takes over.
    <div ref={box} className={styles.rows} onPointerMove={() => flushSync(handOver)}>
      {items.map((item) => (
        <div key={item.key} className={styles.row}>
          {renderItem(item)}
        </div>
      ))}
    </div>
  )
}
