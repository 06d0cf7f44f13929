import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { SteadyView } from './steadyView.ts'

interface HeldPlace {
  /** Tell it of every scroll. */
  onScroll: () => void
  /** Tell it when rows got other heights. */
  onResize: () => void
  /** Tell it when scrolling has ended. */
  onScrollEnd: () => void
}

interface Held {
  index: number
  size: number
  /** Px from the top of the frame. */
  top: number
}

/**
 * Holds the first row in view where it is. From older rows coming in until scrolling pauses, the virtualiser keeps the
 * distance to the end of the list; rows below that get their true heights as they are scrolled to would move what is read.
 */
export function useHeldPlace(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
  view: SteadyView,
): HeldPlace {
  const held = useRef<Held | null>(null)
  const isShifting = useRef(false)

  const onScroll = useCallback(() => {
    const [element, rows] = [scroller.current, list.current]
    if (!isShifting.current || !element || !rows) return
    const index = rows.findItemIndex(element.scrollTop)
    const top = rows.getItemOffset(index) - element.scrollTop
    held.current = { index, size: rows.getItemSize(index), top }
  }, [scroller, list])

  const onResize = useCallback(() => {
    const [element, rows, was] = [scroller.current, list.current, held.current]
    // A row that got its own height just now is held at its other end, by the virtualiser.
    if (!element || !rows || !was || rows.getItemSize(was.index) !== was.size) return
    const moved = rows.getItemOffset(was.index) - element.scrollTop - was.top
    if (Math.abs(moved) >= 1) element.scrollTop += moved
  }, [scroller, list])

  const onScrollEnd = useCallback(() => {
    isShifting.current = false
    held.current = null
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: places count from the first row of each list
  useLayoutEffect(() => {
    held.current = null
    if (view.shift) isShifting.current = true
    onScroll()
  }, [view.items, view.shift, onScroll])

  return { onScroll, onResize, onScrollEnd }
}
