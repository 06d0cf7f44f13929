import { findTerm, fold, foldWithPlaces, parseQuery, type Term } from '../../lib/domain/searchText.ts'

export interface Piece {
  text: string
  hit: boolean
}

/** How much is shown before the first hit, so that it stays in view on one line. */
const BEFORE = 24
const LENGTH = 220
/** A text is looked through in stretches of this length, as cutting a megabyte into signs takes minutes. */
const STRETCH = 1_000

/** Each character is a sign of its own: cutting a text by its signs takes as long as all the rest. */
const PLAIN = /^[\x20-\x7e]*$/

let segmenter: Intl.Segmenter | undefined

/** A piece of a text around its first hit, cut into hits and what lies between them. Case and diacritics do not matter. */
export function snippet(text: string, query: string): Piece[] {
  const terms = parseQuery(query)
  const near = aroundFirstHit(text.replace(/\s+/g, ' ').trim(), terms)
  const marked = markedPlaces(near.text, terms)
  const signs = Array.from(signsOf(near.text), ({ segment, index }) => ({
    sign: segment,
    hit: holds(marked, index, index + segment.length),
  }))
  const first = Math.max(
    0,
    signs.findIndex(({ hit }) => hit),
  )
  const start = first > BEFORE ? first - BEFORE : 0
  const pieces: Piece[] = near.from + start > 0 ? [{ text: '…', hit: false }] : []
  for (const { sign, hit } of signs.slice(start, start + LENGTH)) {
    const last = pieces.at(-1)
    if (last && last.hit === hit) last.text += sign
    else pieces.push({ text: sign, hit })
  }
  return pieces
}

function signsOf(text: string): Iterable<{ segment: string; index: number }> {
  if (PLAIN.test(text)) return Array.from(text, (segment, index) => ({ segment, index }))
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return segmenter.segment(text)
}

/** The stretch of a text that holds the first hit, with what is shown around it; the text's beginning where there is none. */
function aroundFirstHit(text: string, terms: readonly Term[]): { text: string; from: number } {
  // A hit can lie across the end of a stretch, and can be longer than the terms: their marks were folded away.
  const overlap = Math.min(4 * Math.max(16, ...terms.map((term) => term.text.length)), STRETCH)
  for (let from = 0; from < text.length; from += STRETCH) {
    // With the sign before, which tells whether a word begins here.
    const folded = fold(text.slice(Math.max(0, from - 2), from + STRETCH + overlap))
    if (!terms.some((term) => findTerm(folded, term, from === 0 ? 0 : 1) >= 0)) continue
    const start = wordStart(text, from - overlap)
    return { text: text.slice(start, from + STRETCH + overlap + 4 * LENGTH), from: start }
  }
  return { text: text.slice(0, STRETCH), from: 0 }
}

/** Where to begin at or after a place so that no sign is cut in two. */
function wordStart(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.indexOf(' ', at)
  if (space >= 0 && space < at + BEFORE) return space + 1
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at
}

/** Where in a text (UTF-16 units) the signs begin that belong to a hit. */
function markedPlaces(text: string, terms: readonly Term[]): Set<number> {
  const { folded, places } = foldWithPlaces(text)
  const marked = new Set<number>()
  for (const term of terms) {
    const { length } = term.text
    for (let at = findTerm(folded, term); at >= 0; at = findTerm(folded, term, at + length)) {
      for (let i = at; i < at + length; i++) marked.add(places[i] ?? 0)
    }
  }
  return marked
}

function holds(marked: ReadonlySet<number>, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (marked.has(at)) return true
  return false
}
