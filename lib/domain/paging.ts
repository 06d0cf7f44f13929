interface Page {
  /** The one this page was asked for with, if any. */
  sent: string | null | undefined
  /** For the next page, verbatim; null or empty where there is none. */
  cursor: string | null
  hasMore: boolean | null
}

/** So many pages in a row that bring nothing lead in a circle, or nowhere. */
const MOST_FRUITLESS = 3
/** LinkedIn itself is known for pages with nothing on them, so a new cursor of its own is trusted once more. */
const MOST_FRUITLESS_AT_LINKEDIN = 4

/**
 * What comes after a page (contract 7.2): `more` by its cursor, the `end` as the API says, or a `circle` of pages that
 * bring nothing. `hasMore` alone is not enough, either way: a cursor is followed as long as its pages bring something,
 * and an empty page whose cursor leads into LinkedIn itself is not the end.
 * @param fruitless how many pages in a row, this one included, brought nothing that the walk had not seen
 */
export function afterPage({ sent, cursor, hasMore }: Page, fruitless: number): 'more' | 'end' | 'circle' {
  if (!cursor) return 'end'
  const atLinkedIn = cursor.startsWith('linkedin:')
  if (hasMore === false && fruitless > 0 && !atLinkedIn) return 'end'
  const trusted = atLinkedIn && cursor !== sent
  return fruitless >= (trusted ? MOST_FRUITLESS_AT_LINKEDIN : MOST_FRUITLESS) ? 'circle' : 'more'
}
