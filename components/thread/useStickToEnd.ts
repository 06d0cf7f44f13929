import { type RefObject, useCallback, useRef, useState } from 'react'

/** So near to the end counts as being there. */
const NEAR = 40

interface StickToEnd {
  /** Whether the newest message is in view. */
  atEnd: boolean
  /** More than a screen away from it. */
  farFromEnd: boolean
  /** Tell it of every scroll. */
  onScroll: () => void
  /** Goes to the end and stays there until the user scrolls up. */
  goToEnd: () => void
  /** Call after anything changed size: stays at the end if that is where the reader was. */
  keep: () => void
}

interface Extent {
  /** Opened elsewhere than at the newest message. */
  opensElsewhere: boolean
  /** Newer messages lie below the last one, so that its end is not the end. */
  newer: boolean
}

/** Follows the newest message while the reader is there, and only then. */
export function useStickToEnd(
  scroller: RefObject<HTMLElement | null>,
  { opensElsewhere, newer }: Extent,
): StickToEnd {
  const stuck = useRef(!opensElsewhere)
  const lastOffset = useRef(0)
  const [atEnd, setAtEnd] = useState(!opensElsewhere)
  const [farFromEnd, setFarFromEnd] = useState(false)

  const onScroll = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const left = element.scrollHeight - element.scrollTop - element.clientHeight
    // Only a move upwards lets go: growing content leaves the end behind without anybody having scrolled.
    if (newer) stuck.current = false
    else if (left <= NEAR) stuck.current = true
    else if (element.scrollTop < lastOffset.current - 1) stuck.current = false
    lastOffset.current = element.scrollTop
    setAtEnd(stuck.current)
    setFarFromEnd(!stuck.current && left > element.clientHeight)
  }, [scroller, newer])

  const keep = useCallback(() => {
    const element = scroller.current
    if (!element || !stuck.current) return
    element.scrollTop = element.scrollHeight
    lastOffset.current = element.scrollTop
  }, [scroller])

  const goToEnd = useCallback(() => {
    const wasThere = stuck.current
    stuck.current = true
    setAtEnd(true)
    setFarFromEnd(false)
    if (!wasThere) keep()
  }, [keep])

  return { atEnd: atEnd && !newer, farFromEnd, onScroll, goToEnd, keep }
}
