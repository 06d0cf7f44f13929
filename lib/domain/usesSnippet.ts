import { blanksIn } from './snippetText.ts'
import { normaliseText } from './text.ts'

/** A shorter text ("Thank you!") may well be said twice. */
const SHORTEST = 20

/** Whether a text was made from a snippet: its longest stretch without a blank is in it, white space and case aside. */
export function usesSnippet(text: string, snippet: string): boolean {
  const stretch = longestStretch(snippet)
  return stretch.length >= SHORTEST && normalised(text).includes(stretch)
}

function longestStretch(snippet: string): string {
  const blanks = blanksIn(snippet)
  const stretches = [...blanks, null].map((blank, index) =>
    normalised(snippet.slice(blanks[index - 1]?.to ?? 0, blank?.from ?? snippet.length)),
  )
  return stretches.reduce((longest, one) => (one.length > longest.length ? one : longest), '')
}

function normalised(text: string): string {
  return normaliseText(text).toLowerCase()
}
