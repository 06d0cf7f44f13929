import type { TimelineItem } from '../../lib/domain/timeline.ts'

export interface SteadyView {
  /** What should be on the page. */
  source: readonly TimelineItem[]
  /** What is on the page: the source, or a step on the way to it. */
  items: readonly TimelineItem[]
  /** True where the change lies above what is being read, so that the place is to be kept from the end. */
  shift: boolean
}

/**
 * The next list for the virtualiser, which can keep the reader's place through a change above or below it, not through
 * both at once. A change on both ends therefore comes in two steps: first what is above, then the whole.
 */
export function steadyView(
  shown: SteadyView,
  source: readonly TimelineItem[],
  firstVisible: number,
): SteadyView {
  const before = shown.items
  const last = before.at(-1)
  if (!last || source.length === 0) return { source, items: source, shift: false }
  const lastNow = source.findLastIndex((item) => item.key === last.key)
  if (lastNow < 0 || !isAbove(before, source, firstVisible)) return { source, items: source, shift: false }
  const grewBelow = lastNow < source.length - 1
  if (!grewBelow) return { source, items: source, shift: true }
  if (lastNow === before.length - 1) return { source, items: source, shift: false }
  return { source, items: source.slice(0, lastNow + 1), shift: true }
}

/** Whether the first difference lies at or above the first visible item. */
function isAbove(
  before: readonly TimelineItem[],
  after: readonly TimelineItem[],
  firstVisible: number,
): boolean {
  for (let index = 0; index <= firstVisible && index < before.length; index++) {
    if (before[index]?.key !== after[index]?.key) return true
  }
  return false
}
