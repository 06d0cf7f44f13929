import { type RefObject, useEffect, useLayoutEffect } from 'react'
import type { VirtualizerHandle } from 'virtua'

/** Rows get their true heights within a few frames; after so many it stays where it is. */
const MOST_FRAMES = 60
const STILL_FRAMES = 3

/**
 * Brings an item into the middle when the list appears, and holds it there while the rows around it get their true
 * heights. Whatever the reader does ends that.
 * @param index the item; -1 for nowhere
 * @param isArriving true until then
 * @param onArrived once it is there
 */
export function useArrival(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
  index: number,
  isArriving: RefObject<boolean>,
  onArrived: () => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list opens is decided once
  useLayoutEffect(() => {
    if (isArriving.current) goNear(scroller.current, list.current, index)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: it arrives once, at the item the list opened with
  useEffect(() => {
    const element = scroller.current
    if (!isArriving.current || !element) return
    const gone = new AbortController()
    let frames = 0
    let still = 0
    const end = () => {
      gone.abort()
      isArriving.current = false
      onArrived()
    }
    const look = () => {
      if (gone.signal.aborted) return
      const off = offCentre(element)
      if (off === null) goNear(element, list.current, index)
      else if (Math.abs(off) > 1) {
        const before = element.scrollTop
        element.scrollTop += off
        // At the top or the bottom of everything it cannot be in the middle.
        still = element.scrollTop === before ? still + 1 : 0
      } else still++
      if (still >= STILL_FRAMES || ++frames > MOST_FRAMES) end()
      else requestAnimationFrame(look)
    }
    const { signal } = gone
    for (const input of ['wheel', 'keydown', 'pointerdown', 'touchstart'])
      element.addEventListener(input, end, { passive: true, signal })
    look()
    return () => gone.abort()
  }, [])
}

/** Not by the list's own `scrollToIndex`, which comes back to the item when rows that the reader scrolled to are measured. */
function goNear(scroller: HTMLElement | null, list: VirtualizerHandle | null, index: number): void {
  if (scroller && list) scroller.scrollTop = list.getItemOffset(index) - scroller.clientHeight / 2
}

/** How far (px) the message that was searched for is below the middle; null where it is not rendered yet. */
function offCentre(scroller: HTMLElement): number | null {
  const found = scroller.querySelector('[data-found]')?.getBoundingClientRect()
  if (!found) return null
  const frame = scroller.getBoundingClientRect()
  // One that is higher than the frame begins at its top.
  if (found.height >= frame.height) return found.top - frame.top
  return (found.top + found.bottom - frame.top - frame.bottom) / 2
}
