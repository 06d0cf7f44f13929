/** The text with halves of surrogate pairs replaced by U+FFFD: they can be stored, but neither encoded nor compared. */
export function wellFormed(text: string): string {
  // With the u flag only surrogates without their partner match; `toWellFormed` is missing in older Node and Firefox.
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
