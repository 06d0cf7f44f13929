/** What joins no letter before it begins well above these, so each of them is a sign of its own; most names begin so. */
const LATIN = /^[a-z0-9\u00c0-\u024f](?![\u0250-\uffff])/i

// Made when a name needs it, as it takes longer than all the names of a list.
let segmenter: Intl.Segmenter | undefined

/** Scripts whose names are written without spaces, or whose letters would join, read best by one sign; so does an emoji. */
const ONE_SIGN =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Extended_Pictographic}]/u

/** One or two signs that stand for a name: first and last word's, one for CJK and Arabic names, an emoji whole. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s,]+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, ''))
    .filter(Boolean)
  const first = words[0]
  if (first === undefined) return '?'
  const start = firstSign(first)
  const last = words.length > 1 ? words.at(-1) : undefined
  if (last === undefined || ONE_SIGN.test(first)) return start
  return start + firstSign(last)
}

function firstSign(word: string): string {
  if (LATIN.test(word)) return word.charAt(0).toLocaleUpperCase()
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const [first] = segmenter.segment(word)
  return (first?.segment ?? '').toLocaleUpperCase()
}
