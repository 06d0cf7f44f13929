/** What a snippet can be filled with. */
const SNIPPET_VARIABLES = ['firstName', 'lastName', 'company', 'myFirstName'] as const
type SnippetVariable = (typeof SNIPPET_VARIABLES)[number]
/** The variables as one writes them; the one with the question mark is left out where it is unknown. */
export const SNIPPET_BLANKS = [
  '{firstName}',
  '{lastName}',
  '{company}',
  '{company?}',
  '{myFirstName}',
] as const

export type SnippetValues = Partial<Record<SnippetVariable, string>>

/** A blank in a text, such as `{firstName}`. */
export interface Blank {
  /** Where it begins and ends in the text, UTF-16 units. */
  from: number
  to: number
  /** As it is written, braces included. */
  text: string
  /** The variable it stands for, or null for a word the user made up, to be filled by hand. */
  variable: SnippetVariable | null
  /** `{company?}`: left out where unknown. */
  optional: boolean
}

const BLANK = /\{(\p{L}[\p{L}\d_]{0,30})(\?)?\}/gu

/** The blanks of a text, in order. */
export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(BLANK)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: match[0],
    variable: variableCalled(match[1] ?? ''),
    optional: match[2] === '?',
  }))
}

/**
 * A snippet with its blanks filled. Optional ones that are unknown go, with the space around them; others that are
 * unknown stay as they are, to be seen.
 */
export function fillSnippet(text: string, values: SnippetValues): string {
  let filled = ''
  let at = 0
  for (const blank of blanksIn(text)) {
    const value = blank.variable === null ? undefined : values[blank.variable]
    filled += text.slice(at, blank.from)
    at = blank.to
    if (value !== undefined) filled += value
    else if (!blank.optional) filled += blank.text
    else {
      filled = filled.replace(/[ \t]+$/, '')
      const after = /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0
      at += after
      // Two words keep one space between them; what follows directly, such as a full stop, closes up.
      const joins =
        after > 0 && filled !== '' && !filled.endsWith('\n') && /^[^\s.,;:!?)]/.test(text.slice(at))
      if (joins) filled += ' '
    }
  }
  return filled + text.slice(at)
}

/** `{First_Name}` is what somebody meant who comes from another tool. */
function variableCalled(name: string): SnippetVariable | null {
  const plain = name.replaceAll('_', '').toLowerCase()
  return SNIPPET_VARIABLES.find((variable) => variable.toLowerCase() === plain) ?? null
}
