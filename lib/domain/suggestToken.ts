/** What is being typed at the caret that something can be suggested for. */
export interface SuggestToken {
  kind: 'snippet' | 'emoji'
  /** Where it begins in the text (its `;` or `:`), UTF-16 units; it ends at the caret. */
  from: number
  /** What was typed after that sign. */
  query: string
}

const LONGEST = 40
// Only at the start of a word: a time, an address or a half-sentence in the middle of one is none of ours.
const SNIPPET = /(?:^|\s);([^\s;]*)$/u
const EMOJI = /(?:^|[\s(])(:[a-z][a-z0-9_+-]+)$/iu

/** What the text before the caret asks for: `;` opens the snippets, `:` and two letters the emoji; null for neither. */
export function suggestTokenAt(text: string, caret: number): SuggestToken | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret)
  const snippet = SNIPPET.exec(before)
  if (snippet) return token('snippet', snippet[1] ?? '', caret)
  const emoji = EMOJI.exec(before)
  return emoji ? token('emoji', (emoji[1] ?? '').slice(1), caret) : null
}

/** A code that was just closed before the caret, such as `:tada:`; null for none. */
export function closedEmojiCode(text: string, caret: number): { from: number; code: string } | null {
  const code = /(?:^|[\s(]):([a-z0-9_+-]{2,30}):$/iu.exec(
    text.slice(Math.max(0, caret - LONGEST), caret),
  )?.[1]
  // `10:30:` is no code, but `+1` and `100` are.
  return code ? { from: caret - code.length - 2, code: code.toLowerCase() } : null
}

function token(kind: SuggestToken['kind'], query: string, caret: number): SuggestToken {
  return { kind, query, from: caret - query.length - 1 }
}
