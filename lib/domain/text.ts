/** No language stacks more marks on one letter; Unicode's stream-safe format draws its line here too. */
const MOST_MARKS = 30
const MARK_RUNS = new RegExp(`\\p{M}{${MOST_MARKS},}`, 'gu')
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]+/gu
const PLAINLY_SEEN = /[!-~]/
const CONTROLS = /[\s\p{Cc}]+/gu
const DIRECTION_SIGNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/**
 * A text without the combining marks beyond 30 on one letter, which only texts made to hurt have: bringing marks in
 * order and drawing them takes time that grows with their square.
 */
export function withFewMarks(text: string): string {
  return text.replace(MARK_RUNS, (run) => cutText(run, MOST_MARKS))
}

/**
 * A text with its white space folded and its ends cut, in NFC: two texts that differ only there are the same
 * message when a reply is looked for in its thread (contract 2.3).
 */
export function normaliseText(text: string): string {
  return withFewMarks(text).normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** At most `length` UTF-16 units of a text, never half a sign of two. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text
  const last = text.charCodeAt(length - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length)
}

/** At most `length` UTF-16 units of a file's name: it is cut before its ending, which tells what it is. */
export function cutFileName(name: string, length: number): string {
  if (name.length <= length) return name
  const [ending = ''] = /\.[^.]{1,12}$/.exec(name) ?? []
  return cutText(name, length - ending.length) + ending
}

/** Whether there is anything to see in a text. */
export function isVisible(text: string): boolean {
  // Nearly every text has such a sign, which is found much sooner than that others are none.
  return PLAINLY_SEEN.test(text) || text.replace(UNSEEN, '') !== ''
}

/** A text as one short line for places that others lay out: without line breaks, controls and signs that turn its direction. */
export function oneLine(text: string, length: number): string {
  return cutText(
    text
      .slice(0, 4 * length)
      .replace(DIRECTION_SIGNS, '')
      .replace(CONTROLS, ' ')
      .trim(),
    length,
  )
}
