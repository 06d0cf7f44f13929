import { isOver } from './isOver.ts'

/**
 * How an account's list was gone through to its end. Polls stop at known ground, as if it were sorted, newest first: but
 * where in it Sales Navigator's threads come, which are merged into it, is not documented (contract 2.1).
 */
export interface ListWalk {
  /** When the next walk is due, should this one have ended here, local ms. */
  dueAt: number
  /** Where it goes on, and when (local ms) that was told; null at the end of the list. */
  cursor: string | null
  cursorAt: number
  /** Pages it has read. */
  pages: number
  /** Whether all rows it has read came newest first, and the oldest of them (server ms). */
  isSorted: boolean
  oldest: number | null
}

/** One that has read nothing yet. */
export const NEW_WALK: ListWalk = {
  dueAt: 0,
  cursor: null,
  cursorAt: 0,
  pages: 0,
  isSorted: true,
  oldest: null,
}

/** Far down in a sorted list is nothing new; whether it still is sorted gets looked at once a day. */
const SORTED_MS = 24 * 3_600_000
/** In one that is not, news may be anywhere: walks through it cost four requests a minute. */
const REST_PER_PAGE_MS = 15_000
/** A walk that a failure ended is made anew. */
const AFTER_FAILURE_MS = 15 * 60_000
const CURSOR_LIFE_MS = 3 * 60_000
/** Rows of about one moment in any order (times told in seconds here and in milliseconds there, say) hide nothing. */
const SAME_MOMENT_MS = 60_000

/** The walk that is to be taken up, or begun, at a local time (ms); null where it is not time. */
export function dueWalk(walk: ListWalk | undefined, now: number): ListWalk | null {
  const isDue = !walk || isOver(walk.dueAt, now, SORTED_MS)
  return walkUnderWay(walk, now) ?? (isDue ? NEW_WALK : null)
}

/** The walk that is to be taken up; null where there is none, or its cursor is worth nothing any more (contract 7.3). */
export function walkUnderWay(walk: ListWalk | undefined, now: number): ListWalk | null {
  return walk?.cursor && Math.abs(now - walk.cursorAt) < CURSOR_LIFE_MS ? walk : null
}

/**
 * A walk that has read one more page.
 * @param times server times (ms) of the rows it had not met, in the order of the list
 * @param cursor for the next page; null where there is none
 * @param now local ms
 */
export function afterListPage(
  walk: ListWalk,
  times: readonly number[],
  cursor: string | null,
  now: number,
): ListWalk {
  const pages = walk.pages + 1
  let { isSorted, oldest } = walk
  for (const at of times) {
    if (oldest !== null && at > oldest + SAME_MOMENT_MS) isSorted = false
    oldest = Math.min(at, oldest ?? at)
  }
  const rest = isSorted ? SORTED_MS : pages * REST_PER_PAGE_MS
  return { dueAt: now + rest, cursor, cursorAt: now, pages, isSorted, oldest }
}

/** A walk that met a page which cannot be read. */
export function afterFailedPage(walk: ListWalk, now: number): ListWalk {
  return { ...walk, dueAt: now + AFTER_FAILURE_MS, cursor: null }
}
