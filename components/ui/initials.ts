const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

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
  const [first] = segmenter.segment(word)
  return (first?.segment ?? '').toLocaleUpperCase()
}
