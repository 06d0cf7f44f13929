import { type RefObject, useCallback, useEffect, useLayoutEffect } from 'react'
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
 * @returns to be told when rows got other heights, so that no frame is painted in which the item is elsewhere
 */
export function useArrival(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<VirtualizerHandle | null>,
  index: number,
  isArriving: RefObject<boolean>,
  onArrived: () => void,
): () => void {
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
      still = bring(element, list.current, index) ? 0 : still + 1
      if (still >= STILL_FRAMES || ++frames > MOST_FRAMES) end()
      else requestAnimationFrame(look)
    }
    const { signal } = gone
    for (const input of ['wheel', 'keydown', 'pointerdown', 'touchstart'])
      element.addEventListener(input, end, { passive: true, signal })
    look()
    return () => gone.abort()
  }, [])

  return useCallback(() => {
    if (isArriving.current && scroller.current) bring(scroller.current, list.current, index)
  }, [scroller, list, index, isArriving])
}

/** Whether it has to be looked at again: not where it is in the middle, or as near as the top or the bottom of everything lets it. */
function bring(scroller: HTMLElement, list: VirtualizerHandle | null, index: number): boolean {
  const off = offCentre(scroller)
  if (off === null) {
    goNear(scroller, list, index)
    return true
  }
  if (Math.abs(off) <= 1) return false
  const before = scroller.scrollTop
  scroller.scrollTop += off
  return scroller.scrollTop !== before
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
