// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import type { VirtualizerHandle } from 'virtua'
import { expect, it } from 'vitest'
import type { SteadyView } from '../../../../components/thread/steadyView.ts'
import { useHeldPlace } from '../../../../components/thread/useHeldPlace.ts'

/** Rows of given heights in a scrolled frame, as the virtualiser counts them. */
function hold(shift: boolean) {
  const sizes = [40, 40, 40, 40]
  const scroller = { current: { scrollTop: 50 } as HTMLElement }
  const offsetOf = (index: number) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0)
  const list = {
    current: {
      findItemIndex: (offset: number) => sizes.findIndex((_, index) => offsetOf(index + 1) > offset),
      getItemOffset: offsetOf,
      getItemSize: (index: number) => sizes[index] ?? 0,
    } as unknown as VirtualizerHandle,
  }
  const view: SteadyView = { source: [], items: [], shift }
  const { result } = renderHook(() => useHeldPlace(scroller, list, view))
  result.current.onScroll()
  return {
    ...result.current,
    sizes,
    element: scroller.current,
    /** A row gets its height and the virtualiser keeps the distance to the end. */
    measure(index: number, size: number) {
      scroller.current.scrollTop += size - (sizes[index] ?? 0)
      sizes[index] = size
      result.current.onResize()
    },
  }
}

it('holds what is read where a row below gets its height while older ones came in', () => {
  const { measure, element } = hold(true)
  measure(3, 76)
  expect(element.scrollTop).toBe(50)
})

it('leaves it to the virtualiser where a row above gets its height, or the first one in view', () => {
  const { measure, element } = hold(true)
  measure(0, 76)
  expect(element.scrollTop).toBe(86)
  measure(1, 60)
  expect(element.scrollTop).toBe(106)
})

it('leaves it to the virtualiser where no older ones came in, and once scrolling has ended', () => {
  const still = hold(false)
  still.measure(3, 76)
  expect(still.element.scrollTop).toBe(86)
  const ended = hold(true)
  ended.onScrollEnd()
  ended.measure(3, 76)
  expect(ended.element.scrollTop).toBe(86)
})
