/** The text with halves of surrogate pairs replaced by U+FFFD: they can be stored, but neither encoded nor compared. */
export function wellFormed(text: string): string {
  return text.toWellFormed()
}
