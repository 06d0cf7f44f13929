import type { Span } from './span.ts'

/**
 * The spans of a thread after one more complete stretch was stored: overlapping or touching ones become one.
 * What leads further back (cursor, beginning) is kept from the one that reaches furthest, the newer word among equals;
 * where that one came without, the other's still leads down, from a little above.
 * Spans come in and go out sorted, oldest first, and never overlap.
 */
export function addStretch(spans: readonly Span[], stretch: Span): Span[] {
  let merged = stretch
  const apart: Span[] = []
  for (const span of spans) {
    if (span.to < merged.from || span.from > merged.to) apart.push(span)
    else merged = join(span, merged)
  }
  return [...apart, merged].sort((a, b) => a.from - b.from)
}

function join(old: Span, fresh: Span): Span {
  const [lower, other] = old.from < fresh.from ? [old, fresh] : [fresh, old]
  const lead = lower.cursor !== null || lower.beginning ? lower : other
  return {
    ...lower,
    to: Math.max(old.to, fresh.to),
    cursor: lead.cursor,
    cursorAt: lead.cursorAt,
    beginning: lead.beginning || (old.from === fresh.from && old.beginning),
  }
}

/** The span that holds a place (server ms) or begins there, and the one under it across a gap. */
export function spansAt(spans: readonly Span[], at: number): { span: Span; below: Span | null } | null {
  const index = spans.findIndex((one) => one.from <= at && at <= one.to)
  const span = spans[index]
  return span ? { span, below: spans[index - 1] ?? null } : null
}

/** The spans that are left when everything sent before a server time (ms) is dropped. What was there can be read again from the newest message down. */
export function spansSince(spans: readonly Span[], before: number): Span[] {
  return spans.flatMap((span) => {
    if (span.to < before) return []
    return span.from < before
      ? [{ ...span, from: before, cursor: null, cursorAt: 0, beginning: false }]
      : [span]
  })
}

/**
 * What a stretch may still claim whose page goes on below another one. Where it ends above, nothing may be stored any
 * more: it was dropped meanwhile. Then it is the page's own messages, without those of its newest millisecond, as the
 * page above may have held some of these.
 * @param newest of the page's own messages, server ms; null without any
 * @returns null where nothing is left to claim
 */
export function joinedStretch(spans: readonly Span[], stretch: Span, newest: number | null): Span | null {
  if (spansAt(spans, stretch.to)) return stretch
  if (newest === null || newest - 1 < stretch.from) return null
  return { ...stretch, to: newest - 1 }
}
