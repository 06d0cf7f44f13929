import ArrowDown from 'lucide-react/icons/arrow-down'
import { type ReactElement, type Ref, useCallback, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { TimelineItem } from '../../lib/domain/timeline.ts'
import { cx } from '../ui/cx.ts'
import styles from './MessageLog.module.css'
import { TOP_EDGE_HEIGHT, TopEdge } from './TopEdge.tsx'
import type { OlderStatus } from './useOlderMessages.ts'
import { useSteadyView } from './useSteadyView.ts'
import { useStickToEnd } from './useStickToEnd.ts'
import { useUnseen } from './useUnseen.ts'

/** Rendered beyond the viewport, so that fast scrolling meets no empty frame. */
const BUFFER = 600

export interface MessageLogHandle {
  goToEnd: () => void
}

interface MessageLogProps {
  title: string
  items: readonly TimelineItem[]
  status: OlderStatus
  /** The next older page of the cache lies ready; called well before its edge comes into view. */
  onNearTop: (distance: number, viewport: number) => void
  onRetry: () => void
  onAtEnd: (atEnd: boolean) => void
  renderItem: (item: TimelineItem) => ReactElement
  ref?: Ref<MessageLogHandle>
}

/** The history: virtualised, still while older messages come in above, following the newest only when already there. */
export function MessageLog(props: MessageLogProps) {
  const { title, items, status, onNearTop, onRetry, onAtEnd, renderItem, ref } = props
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<VirtualizerHandle>(null)
  const { atEnd, farFromEnd, onScroll, goToEnd, keep } = useStickToEnd(scroller, list)
  const view = useSteadyView(items, () => list.current?.findItemIndex(list.current.scrollOffset) ?? 0)
  const unseen = useUnseen(items, atEnd)
  useImperativeHandle(ref, () => ({ goToEnd }), [goToEnd])

  const checkTop = useCallback(() => {
    const element = scroller.current
    if (element && element.clientHeight > 0) onNearTop(element.scrollTop, element.clientHeight)
  }, [onNearTop])

  const afterScroll = useCallback(() => {
    onScroll()
    checkTop()
  }, [onScroll, checkTop])

  const afterResize = useCallback(() => {
    keep()
    checkTop()
  }, [keep, checkTop])

  // Before the first paint too, so that a thread opens at its newest message and never jumps there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list changes
  useLayoutEffect(() => {
    keep()
    checkTop()
  }, [view.items, keep, checkTop])

  useLayoutEffect(() => onAtEnd(atEnd), [atEnd, onAtEnd])

  return (
    <div className={styles.frame}>
      {/* Live regions off: older messages that come in above must not be read out. LiveNews tells what is new. */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label={`Messages with ${title}`}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <div className={styles.push} />
        <TopEdge status={status} onRetry={onRetry} />
        <Virtualizer
          ref={list}
          data={view.items}
          shift={view.shift}
          bufferSize={BUFFER}
          startMargin={TOP_EDGE_HEIGHT}
          onScroll={afterScroll}
          onResize={afterResize}
        >
          {renderItem}
        </Virtualizer>
        <div className={styles.foot} />
      </div>
      {(unseen > 0 || farFromEnd) && (
        <button
          type="button"
          className={cx(styles.pill, unseen === 0 && styles.round)}
          onClick={goToEnd}
          aria-label={unseen > 0 ? undefined : 'Jump to newest'}
        >
          {unseen > 0 && <span>New messages</span>}
          <ArrowDown size={16} strokeWidth={2} aria-hidden />
        </button>
      )}
    </div>
  )
}
