import { type RefObject, useCallback, useRef } from 'react'

interface Edges {
  /** Call after anything moved or changed size: says where an edge is near. */
  check: () => void
  /** Tell it of every scroll. */
  onScroll: () => void
  /** Tell it when scrolling has ended. */
  onScrollEnd: () => void
}

interface EdgesOptions {
  /** True until the log is where it was to open. */
  isArriving: RefObject<boolean>
  onNearTop: (distance: number, viewport: number) => void
  onNearBottom: () => void
}

/**
 * Says when the first or last message is near. Not of the first while the log moves down, as it does to open at its end:
 * from older rows coming in until scrolling pauses, the virtualiser renders ahead only to where it moved when they came,
 * and whoever turns back up would meet rows that have no height yet.
 */
export function useEdges(scroller: RefObject<HTMLElement | null>, options: EdgesOptions): Edges {
  const { isArriving, onNearTop, onNearBottom } = options
  const movesDown = useRef(true)
  const lastTop = useRef(0)

  const check = useCallback(() => {
    const element = scroller.current
    if (!element || element.clientHeight === 0 || isArriving.current) return
    const { scrollTop, scrollHeight, clientHeight } = element
    if (!movesDown.current || scrollTop === 0) onNearTop(scrollTop, clientHeight)
    if (scrollHeight - scrollTop - clientHeight < Math.max(2000, 3 * clientHeight)) onNearBottom()
  }, [scroller, isArriving, onNearTop, onNearBottom])

  const onScroll = useCallback(() => {
    const { scrollTop = 0 } = scroller.current ?? {}
    movesDown.current = scrollTop > lastTop.current
    lastTop.current = scrollTop
  }, [scroller])

  const onScrollEnd = useCallback(() => {
    movesDown.current = false
    check()
  }, [check])

  return { check, onScroll, onScrollEnd }
}
