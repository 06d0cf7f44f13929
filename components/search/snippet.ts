import { foldText } from '../../lib/domain/text.ts'

export interface Piece {
  text: string
  hit: boolean
}

/** How much is shown before the first hit, so that it stays in view on one line. */
const BEFORE = 24
const LENGTH = 220
/** A text is looked through in stretches of this length, as cutting a megabyte into signs takes minutes. */
const STRETCH = 1_000

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A piece of a text around its first hit, cut into hits and what lies between them. Case and diacritics do not matter. */
export function snippet(text: string, query: string): Piece[] {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  const near = aroundFirstHit(text.replace(/\s+/g, ' ').trim(), words)
  const signs = Array.from(segmenter.segment(near.text), ({ segment }) => segment)
  const marks = markHits(signs, words)
  const first = Math.max(0, marks.indexOf(true))
  const start = first > BEFORE ? first - BEFORE : 0
  const pieces: Piece[] = near.from + start > 0 ? [{ text: '…', hit: false }] : []
  for (let at = start; at < Math.min(signs.length, start + LENGTH); at += 1) {
    const last = pieces.at(-1)
    const hit = marks[at] === true
    const sign = signs[at] ?? ''
    if (last && last.hit === hit) last.text += sign
    else pieces.push({ text: sign, hit })
  }
  return pieces
}

/** The stretch of a text that holds the first hit, with what is shown around it; the text's beginning where there is none. */
function aroundFirstHit(text: string, words: readonly string[]): { text: string; from: number } {
  // A hit can lie across the end of a stretch, and can be longer than the words: their marks were folded away.
  const overlap = Math.min(4 * Math.max(16, ...words.map((word) => word.length)), STRETCH)
  for (let from = 0; from < text.length; from += STRETCH) {
    const folded = foldText(text.slice(from, from + STRETCH + overlap))
    if (!words.some((word) => folded.includes(word))) continue
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

/** Which signs of a text belong to a hit. Folding can change lengths, so each folded letter remembers its sign. */
function markHits(signs: readonly string[], words: readonly string[]): boolean[] {
  const owner: number[] = []
  let folded = ''
  signs.forEach((sign, at) => {
    const plain = foldText(sign)
    for (let i = 0; i < plain.length; i += 1) owner.push(at)
    folded += plain
  })
  const marks = signs.map(() => false)
  for (const word of words) {
    for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length)) {
      for (let i = from; i < from + word.length; i += 1) marks[owner[i] ?? 0] = true
    }
  }
  return marks
}
