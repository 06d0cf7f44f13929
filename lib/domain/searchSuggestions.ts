import { HAS, IS, OPERATORS, operatorOf, printFilter } from './searchQuery.ts'
import { findTerm, fold, parseQuery } from './searchText.ts'

/** A way to go on with a query. */
export interface SearchSuggestion {
  /** The part that it adds or completes, such as `from:"Anna Ek"`. */
  text: string
  /** The whole query with it. */
  query: string
}

/** Names to suggest, the likeliest first. */
export interface SearchNames {
  people: readonly string[]
  accounts: readonly string[]
  labels: readonly string[]
}

const MOST = 6
const MOST_OF_A_KIND = 3
const ME = ['me']
const DAYS = ['today', 'yesterday', 'last week', 'last month', 'last year'] as const
/** What is being typed at the end: a word, or an operator with a value that may be in quotes and not closed yet. */
const LAST = /(?:^|\s)((?:([a-z]+):)?("[^"]*|[^\s"]*))$/i

/** How a query that is being typed at its end may go on: an operator, or a name, label, account or day for one. */
export function suggestSearch(typed: string, names: SearchNames): SearchSuggestion[] {
  const [, token = '', name = '', typedValue = ''] = LAST.exec(typed) ?? []
  const isInPhrase = (typed.split('"').length - 1) % 2 === 1 && operatorOf(name) === undefined
  if (isInPhrase || !LAST.test(typed)) return []
  const before = typed.slice(0, typed.length - token.length)
  const suggestion = (text: string): SearchSuggestion => ({
    text,
    query: `${before}${text}${text.endsWith(':') ? '' : ' '}`,
  })
  const texts = completions(operatorOf(name), typedValue.replace('"', ''), token, names)
  return texts
    .filter((text) => text.toLowerCase() !== token.toLowerCase())
    .slice(0, MOST)
    .map(suggestion)
}

function completions(
  operator: ReturnType<typeof operatorOf>,
  value: string,
  token: string,
  { people, accounts, labels }: SearchNames,
): string[] {
  const of = (kind: (typeof OPERATORS)[number], values: readonly string[], most = MOST + 1) =>
    matching(values, value)
      .slice(0, most)
      .map((one) => printFilter({ kind, value: one }))
  switch (operator) {
    case 'from':
      return [...of('from', ME), ...of('from', people)]
    case 'account':
      return of('account', accounts)
    case 'label':
      return of('label', labels)
    case 'is':
      return of('is', IS)
    case 'has':
      return of('has', HAS)
    case 'before':
    case 'after':
      return of(operator, DAYS)
    case undefined: {
      const operators = OPERATORS.filter((one) => one.startsWith(token.toLowerCase())).map((one) => `${one}:`)
      if (token === '') return operators
      return [
        ...operators,
        ...of('label', labels, MOST_OF_A_KIND),
        ...of('from', people, MOST_OF_A_KIND),
        ...(accounts.length > 1 ? of('account', accounts, MOST_OF_A_KIND) : []),
      ]
    }
  }
}

/** The names in which each word that was typed begins one, each once. */
function matching(names: readonly string[], typed: string): string[] {
  const terms = parseQuery(typed)
  const folded = foldedOf(names)
  const found = new Set<string>()
  for (const [at, name] of names.entries()) {
    if (found.size > MOST) break
    if (terms.every((term) => findTerm(folded[at] ?? '', term) >= 0)) found.add(name)
  }
  return [...found]
}

const foldedNames = new WeakMap<readonly string[], string[]>()

/** Thousands of names are asked for at each key. */
function foldedOf(names: readonly string[]): string[] {
  const known = foldedNames.get(names)
  if (known) return known
  const folded = names.map(fold)
  foldedNames.set(names, folded)
  return folded
}
