/*
 * Folded text: what searching compares. Without case, marks and widths, white space as one blank, and in UTF-8 with
 * each byte as one character. Browsers keep such strings at a byte a character and look through them at a gigabyte a
 * second; one emoji would double the room of everything stored beside it otherwise.
 */

// Letters that Unicode does not take apart and people type without their strokes, and quotes as keyboards have them.
const SPELLINGS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ς: 'σ' },
  ...{ '‘': "'", '’': "'", ʼ: "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
}
const SPELLED = new RegExp(`[${Object.keys(SPELLINGS).join('')}]`, 'gu')
const PLAIN = /^[\x20-\x7e]*$/
const MARKS = /\p{M}/gu
const SURROGATES = /\p{Cs}/gu
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
const BLANKS = /[\s\p{Cc}]+/gu
/** Written without blanks between words, so that a word begins anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WORD = /[\p{L}\p{N}]/u
const PACK_AT_ONCE = 8_192

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** A text folded for finding. Folding sign by sign gives the same, see `foldWithPlaces`. */
export function fold(text: string): string {
  // Most messages are plain ASCII, and this is a tenth of the work.
  if (PLAIN.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ')
  return pack(respell(text).replace(BLANKS, ' '))
}

/** A text folded, and for each character of that where in the text its sign begins (UTF-16 units). */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  if (PLAIN.test(text) && !text.includes('  ')) {
    return { folded: text.toLowerCase(), places: Array.from(text, (_, at) => at) }
  }
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const sign of text) {
    let piece = PLAIN.test(sign) ? sign.toLowerCase() : pack(respell(sign).replace(BLANKS, ' '))
    if (folded.endsWith(' ') && piece.startsWith(' ')) piece = piece.slice(1)
    for (let i = 0; i < piece.length; i++) places.push(at)
    folded += piece
    at += sign.length
  }
  return { folded, places }
}

function respell(text: string): string {
  return (
    text
      .replace(SURROGATES, '\uFFFD')
      // Before as well: normalising would have to bring them in order first, in time that grows with their square.
      .replace(MARKS, '')
      .normalize('NFKD')
      .replace(MARKS, '')
      .toLowerCase()
      .replace(SPELLED, (letter) => SPELLINGS[letter] ?? letter)
      .replace(UNSEEN, '')
  )
}

function pack(text: string): string {
  if (PLAIN.test(text)) return text
  const bytes = encoder.encode(text)
  let packed = ''
  for (let at = 0; at < bytes.length; at += PACK_AT_ONCE) {
    packed += String.fromCharCode(...bytes.subarray(at, at + PACK_AT_ONCE))
  }
  return packed
}

/** Where a folded text holds a term, at or after a place; -1 where it does not. */
export function findTerm(folded: string, term: Term, from = 0): number {
  let at = folded.indexOf(term.text, from)
  while (at >= 0) {
    const fits =
      (term.anywhere || !isInsideWord(folded, at)) &&
      (!term.whole || !isInsideWord(folded, at + term.text.length))
    if (fits) return at
    at = folded.indexOf(term.text, at + 1)
  }
  return -1
}

/** One word or phrase that is looked for. */
export interface Term {
  /** Folded. */
  text: string
  /** It need not begin where a word begins: signs, and scripts without blanks between words. */
  anywhere: boolean
  /** It ends where a word ends: a phrase whose closing quote was typed. */
  whole: boolean
}

/** What a query asks for: every word, as the beginning of one, and every "phrase in quotes". All must be found. */
export function parseQuery(query: string): Term[] {
  const terms = new Map<string, Term>()
  const parts = query.replace(/[“”„«»]/g, '"').split('"')
  for (const [index, part] of parts.entries()) {
    const isPhrase = index % 2 === 1
    const folded = fold(part).trim()
    for (const text of isPhrase ? [folded] : folded.split(' ')) {
      if (text === '') continue
      const last = signBefore(text, text.length)
      const whole = isPhrase && index < parts.length - 1 && WORD.test(last) && !UNSPACED.test(last)
      const first = signAfter(text, 0)
      terms.set(`${whole} ${text}`, { text, whole, anywhere: !WORD.test(first) || UNSPACED.test(first) })
    }
  }
  return [...terms.values()]
}

/** Whether a place lies between two letters of one word. */
function isInsideWord(folded: string, at: number): boolean {
  if (at <= 0 || at >= folded.length) return false
  return (
    isLetter(folded.charCodeAt(at - 1), folded, at, signBefore) &&
    isLetter(folded.charCodeAt(at), folded, at, signAfter)
  )
}

/** Whether the sign before or after a place is part of a word; `code` is its byte there. */
function isLetter(code: number, folded: string, at: number, signOf: typeof signBefore): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
  const sign = signOf(folded, at)
  return WORD.test(sign) && !UNSPACED.test(sign)
}

function signBefore(folded: string, end: number): string {
  let start = end - 1
  while (start > 0 && isContinuation(folded.charCodeAt(start))) start--
  return unpack(folded.slice(start, end))
}

function signAfter(folded: string, start: number): string {
  let end = start + 1
  while (end < folded.length && isContinuation(folded.charCodeAt(end))) end++
  return unpack(folded.slice(start, end))
}

function isContinuation(code: number): boolean {
  return code >= 0x80 && code < 0xc0
}

function unpack(folded: string): string {
  return decoder.decode(Uint8Array.from(folded, (character) => character.charCodeAt(0)))
}
