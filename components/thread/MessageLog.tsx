import ArrowDown from 'lucide-react/icons/arrow-down'
import {
  type ReactElement,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { text } from '../../lib/domain/texts.ts'
import type { TimelineItem } from '../../lib/domain/timeline.ts'
import { cx } from '../ui/cx.ts'
import { FirstRows } from './FirstRows.tsx'
import styles from './MessageLog.module.css'
import { TOP_EDGE_HEIGHT, TopEdge } from './TopEdge.tsx'
import { useArrival } from './useArrival.ts'
import { useEdges } from './useEdges.ts'
import { useHeldPlace } from './useHeldPlace.ts'
import type { OlderStatus } from './useOlderMessages.ts'
import { useSteadyView } from './useSteadyView.ts'
import { useStickToEnd } from './useStickToEnd.ts'
import { useUnseen } from './useUnseen.ts'

/** Rendered beyond the viewport, so that fast scrolling meets no empty frame. */
const BUFFER = 600
/**
 * So many are rendered at once, before the list knows its height and theirs, until it is first scrolled: more than a
 * thread begins with, and more than any window holds.
 */
const AT_ONCE = 80

export interface MessageLogHandle {
  goToEnd: () => void
}

interface MessageLogProps {
  title: string
  items: readonly TimelineItem[]
  /** The item to open at; -1 for the newest. */
  openAt: number
  /** Newer messages lie below these. */
  newer: boolean
  /** Server ms. */
  newestInboundAt: number
  status: OlderStatus
  /** The next older page of the cache lies ready; called well before its edge comes into view. */
  onNearTop: (distance: number, viewport: number) => void
  /** The end of the items is near. */
  onNearBottom: () => void
  /** Wishes for the newest messages, where they are not among the items. */
  onNewest: (() => void) | undefined
  onRetry: () => void
  onAtEnd: (atEnd: boolean) => void
  renderItem: (item: TimelineItem) => ReactElement
  ref?: Ref<MessageLogHandle>
}

/** The history: virtualised, still while older messages come in above, following the newest only when already there. */
export function MessageLog(props: MessageLogProps) {
  const { title, items, openAt, newer, newestInboundAt, status, onAtEnd, renderItem, ref } = props
  const { onNearTop, onNearBottom, onNewest, onRetry } = props
  const scroller = useRef<HTMLDivElement>(null)
  const list = useRef<VirtualizerHandle>(null)
  const { atEnd, farFromEnd, onScroll, goToEnd, keep } = useStickToEnd(scroller, {
    opensElsewhere: openAt >= 0,
    newer,
  })
  // Null until the first frame was painted, where the thread opens at its end.
  const [heights, setHeights] = useState<number[] | null>(openAt < 0 && items.length <= AT_ONCE ? null : [])
  const view = useSteadyView(items, () => list.current?.findItemIndex(list.current.scrollOffset) ?? 0)
  const held = useHeldPlace(scroller, list, view)
  const unseen = useUnseen(items, atEnd, newer)
  const [inboundBefore] = useState(newestInboundAt)
  const goToNewest = newer && onNewest ? onNewest : goToEnd
  useImperativeHandle(ref, () => ({ goToEnd: goToNewest }), [goToNewest])

  const isArriving = useRef(openAt >= 0)

  const edges = useEdges(scroller, { isArriving, onNearTop, onNearBottom })

  const afterScroll = useCallback(() => {
    held.onScroll()
    onScroll()
    edges.onScroll()
    edges.check()
  }, [held.onScroll, onScroll, edges.onScroll, edges.check])

  const holdArrival = useArrival(scroller, list, openAt, isArriving, afterScroll)

  const afterResize = useCallback(() => {
    holdArrival()
    held.onResize()
    keep()
    edges.check()
  }, [holdArrival, held.onResize, keep, edges.check])

  const afterScrollEnd = useCallback(() => {
    held.onScrollEnd()
    edges.onScrollEnd()
  }, [held.onScrollEnd, edges.onScrollEnd])

  // Before the first paint too, so that a thread opens at its newest message and never jumps there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the list changes
  useLayoutEffect(() => {
    keep()
    // A list that is new measures itself before it is painted, and asks again then.
    if (list.current && list.current.viewportSize !== 0) edges.check()
  }, [view.items, keep, edges.check])

  useLayoutEffect(() => onAtEnd(atEnd), [atEnd, onAtEnd])

  const hasNews = newer ? newestInboundAt > inboundBefore : unseen > 0
  const label = hasNews ? text('thread_newMessages') : newer ? text('thread_newestMessages') : null

  return (
    <div className={styles.frame}>
      {/* Live regions off: older messages that come in above must not be read out. LiveNews tells what is new. */}
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label={text('thread_messagesWith', { title })}
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
      >
        <div className={styles.push} />
        <TopEdge status={status} onRetry={onRetry} />
        {heights === null ? (
          <FirstRows items={view.items} renderItem={renderItem} onPainted={setHeights} />
        ) : (
          <Virtualizer
            ref={list}
            data={view.items}
            shift={view.shift}
            bufferSize={BUFFER}
            startMargin={TOP_EDGE_HEIGHT}
            {...(openAt < 0 ? { ssrCount: AT_ONCE } : {})}
            {...(heights.length > 0 ? { cache: [heights], itemSize: meanOf(heights) } : {})}
            onScroll={afterScroll}
            onScrollEnd={afterScrollEnd}
            onResize={afterResize}
          >
            {renderItem}
          </Virtualizer>
        )}
        <div className={styles.foot} />
      </div>
      {(label !== null || farFromEnd) && (
        <button
          type="button"
          className={cx(styles.pill, label === null && styles.round)}
          onClick={goToNewest}
          aria-label={label === null ? text('thread_jumpToNewest') : undefined}
        >
          {label !== null && <span>{label}</span>}
          <ArrowDown size={16} strokeWidth={2} aria-hidden />
        </button>
      )}
    </div>
  )
}

function meanOf(heights: readonly number[]): number {
  return Math.round(heights.reduce((sum, height) => sum + height, 0) / heights.length)
}
