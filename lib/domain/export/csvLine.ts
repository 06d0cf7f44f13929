/** What a spreadsheet takes for the beginning of a formula, at the very start or behind white space it skips. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/**
 * One line of a CSV file (RFC 4180, ends with CRLF). What a spreadsheet would take for a formula gets an apostrophe in
 * front: messages are written by strangers.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
