import { type Piece, splitLinks } from './links.ts'
import { withFewMarks } from './text.ts'

/** More than LinkedIn lets anybody write, so that only what no person wrote is ever cut. */
export const SHOWN_AT_FIRST = 10_000
/** Lines are what makes a text high. */
const SIGNS_A_LINE = 50
/** Longer than anything that becomes a link. */
const LINK_ROOM = 5_000

export interface Beginning {
  pieces: Piece[]
  /** Whether the text goes on behind them. */
  cut: boolean
}

/**
 * The beginning of a text, cut into links and what lies between. Texts of a megabyte come in, and a page that laid one
 * out whole would stand still. It ends after about `room` signs, a line counting as many at least; never inside a
 * link, which would then lead elsewhere.
 */
export function beginningOf(text: string, room: number): Beginning {
  const end = endOf(text, room)
  if (end >= text.length) return { pieces: splitLinks(text).map(drawable), cut: false }
  const pieces: Piece[] = []
  let at = 0
  for (const piece of splitLinks(text.slice(0, end + LINK_ROOM))) {
    if (at >= end) break
    const source = piece.kind === 'link' ? piece.source : piece.source.slice(0, end - at)
    pieces.push(drawable(source === piece.source ? piece : { kind: 'text', source, shown: source }))
    at += source.length
  }
  return { pieces, cut: at < text.length }
}

function drawable(piece: Piece): Piece {
  return { ...piece, shown: withFewMarks(piece.shown) }
}

/** Where a text has used up its room. */
function endOf(text: string, room: number): number {
  let left = room
  let from = 0
  while (from < text.length) {
    const line = text.indexOf('\n', from)
    const next = line < 0 ? text.length : line + 1
    const used = Math.max(next - from, SIGNS_A_LINE)
    if (used > left) return wholeSign(text, from + Math.min(left, next - from))
    left -= used
    from = next
  }
  return text.length
}

/** Not between the halves of a surrogate pair. */
function wholeSign(text: string, at: number): number {
  return at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') ? at - 1 : at
}
