import type { Span } from './span.ts'

/** A thread with a gap in its stored history, and how it went to close it. */
export interface Gapped {
  conversationId: string
  /** Tries in a row that brought nothing. */
  tries: number
  /** When it is worth another try, local ms. */
  nextTryAt: number
}

const FIRST_WAIT_MS = 2 * 60_000
/** After so many fruitless tries (an hour or so) the gap is left to the user: the API no longer answers for it. */
const MOST_TRIES = 6
const NEVER = Number.MAX_SAFE_INTEGER

/** The gapped threads after the spans of one changed. A gap that is new, or has become smaller, is tried at once. */
export function gappedAfter(
  gapped: readonly Gapped[],
  conversationId: string,
  before: readonly Span[],
  after: readonly Span[],
): readonly Gapped[] {
  const gaps = gapsIn(after)
  if (gaps.join() === gapsIn(before).join()) return gapped
  const others = gapped.filter((one) => one.conversationId !== conversationId)
  return gaps.length === 0 ? others : [...others, { conversationId, tries: 0, nextTryAt: 0 }]
}

/** What becomes of a gapped thread after a try (local ms) that brought nothing. */
export function afterFruitlessTry(gapped: Gapped, now: number): Gapped {
  const tries = gapped.tries + 1
  return { ...gapped, tries, nextTryAt: tries < MOST_TRIES ? now + FIRST_WAIT_MS * 2 ** (tries - 1) : NEVER }
}

/** The ends of each gap, oldest first. */
function gapsIn(spans: readonly Span[]): number[] {
  return spans.flatMap((span, index) => {
    const below = spans[index - 1]
    return below ? [below.to, span.from] : []
  })
}
