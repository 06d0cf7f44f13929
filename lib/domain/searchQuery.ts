import { searchDay } from './searchDay.ts'

/** What a query asks beside its words. */
export type SearchFilter =
  | { kind: 'from' | 'account' | 'label'; value: string }
  | { kind: 'is'; value: (typeof IS)[number] }
  | { kind: 'has'; value: (typeof HAS)[number] }
  | { kind: 'before' | 'after'; value: string }

export interface SearchQuery {
  /** Words and "phrases", as they were typed. */
  words: string
  filters: SearchFilter[]
}

export const IS = ['unread', 'starred', 'waiting-me', 'waiting-them'] as const
export const HAS = ['link', 'attachment'] as const
export const OPERATORS = ['from', 'account', 'is', 'has', 'label', 'before', 'after'] as const
export type Operator = (typeof OPERATORS)[number]

/** A word, a "phrase", or `name:value` with the value in quotes where it holds blanks. */
const TOKEN = /([a-z]+):(?:"([^"]*)("|$)|([^\s"]*)(?=\s|$))|"[^"]*(?:"|$)|[^\s"]+/giu
const OPERATOR_LIKE = /(?:^|\s)[a-z]+:\S*$/i
const CURLY = /[“”„«»]/g

/**
 * What a typed query asks for. Whatever looks like an operator and is none counts as a word; one that is just being typed
 * at the very end asks for nothing yet.
 * @param now local ms, which dates such as `march` are seen from
 */
export function parseSearch(typed: string, now: number): SearchQuery {
  const text = typed.replace(CURLY, '"')
  let words = ''
  let wordsEnd = -1
  const filters: SearchFilter[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [token, name = '', quoted, , bare] = match
    const isLast = match.index + token.length === text.length
    const operator = operatorOf(name)
    const value = (quoted ?? bare ?? '').trim()
    const filter = operator && filterOf(operator, value, now)
    if (filter) filters.push(filter)
    else if (!(operator && isLast && isUnfinished(operator, value))) {
      words += words === '' || match.index === wordsEnd ? token.trimEnd() : ` ${token.trimEnd()}`
      wordsEnd = match.index + token.length
    }
  }
  return { words, filters }
}

/** The query that asks for that; parsed again it is the same. */
export function printSearch({ words, filters }: SearchQuery): string {
  const text = [...filters.map(printFilter), words].filter((part) => part !== '').join(' ')
  // Or a word that looks like an operator would be one that is still being typed.
  return OPERATOR_LIKE.test(words) ? `${text} ` : text
}

export function printFilter({ kind, value }: { kind: Operator; value: string }): string {
  const clean = value.replace(/"/g, '').trim()
  return `${kind}:${/\s/.test(clean) ? `"${clean}"` : clean}`
}

/** Whether a query needs messages looked through, rather than conversations alone. */
export function asksForMessages({ words, filters }: SearchQuery): boolean {
  return words !== '' || filters.some(({ kind }) => ['from', 'has', 'before', 'after'].includes(kind))
}

export function operatorOf(name: string): Operator | undefined {
  return OPERATORS.find((one) => one === name.toLowerCase())
}

function filterOf(kind: Operator, value: string, now: number): SearchFilter | undefined {
  if (value === '') return undefined
  const lower = value.toLowerCase()
  switch (kind) {
    case 'is': {
      const known = IS.find((one) => one === lower)
      return known && { kind, value: known }
    }
    case 'has': {
      const known = HAS.find((one) => one === lower)
      return known && { kind, value: known }
    }
    case 'before':
    case 'after':
      return searchDay(value, now) === null ? undefined : { kind, value }
    default:
      return { kind, value }
  }
}

function isUnfinished(kind: Operator, value: string): boolean {
  if (kind === 'before' || kind === 'after') return true
  const known: readonly string[] = kind === 'is' ? IS : kind === 'has' ? HAS : []
  return value === '' || known.some((one) => one.startsWith(value.toLowerCase()))
}
