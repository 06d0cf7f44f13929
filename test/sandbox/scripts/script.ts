import type { Language, Trade } from '../world/types'

export interface Line {
  mine: boolean
  text: string
  /** Days went by before it: it looks back on something that has happened meanwhile. */
  later: boolean
  attachment?: { name: string; mediaType: string }
}

/** A conversation that makes sense from first line to last; it may be cut short after any line. */
export interface Script {
  trade: Trade | 'any'
  language: Language
  /** True when it starts a relationship; false when it needs two people who already know each other. */
  opens: boolean
  lines: readonly Line[]
}

const MEDIA_TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** `> text` is ours, `< text` is theirs, `<~` and `>~` days later; a trailing `[file.pdf]` hangs a file on the message. */
function lineOf(source: string): Line {
  const parts = /^([<>])(~?) ?([\s\S]*?)(?:\[([\w .()-]+\.(\w+))\])?$/.exec(source)
  if (!parts) throw new Error(`Not a script line: ${source}`)
  const [, side, tilde, text = '', file, ending = ''] = parts
  const line: Line = { mine: side === '>', text: text.trim(), later: tilde === '~' }
  if (file) line.attachment = { name: file, mediaType: MEDIA_TYPES[ending] ?? 'application/octet-stream' }
  return line
}

/**
 * Slots in the lines: {first} and {company} {role} of the other person, {me} {myCompany} of ours,
 * and {day} {time} {place} {number}, which change from one script to the next.
 */
export function script(
  trade: Script['trade'],
  kind: 'opens' | 'follows',
  lines: string[],
  language: Language = 'en',
): Script {
  return { trade, language, opens: kind === 'opens', lines: lines.map(lineOf) }
}
