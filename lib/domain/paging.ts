interface Page {
  /** For the next page, verbatim; null or empty where there is none. */
  cursor: string | null
  hasMore: boolean | null
}

/** So many pages in a row that bring nothing lead in a circle, or nowhere. */
const MOST_FRUITLESS = 3

/**
 * What comes after a page (contract 7.2): `more` by its cursor, the `end` as the API says, or a `circle` of pages that
 * bring nothing. `hasMore` alone is not enough, either way: a cursor is followed as long as its pages bring something,
 * and an empty page whose cursor leads into LinkedIn itself is not the end.
 * @param fruitless how many pages in a row, this one included, brought nothing that the walk had not seen
 */
export function afterPage({ cursor, hasMore }: Page, fruitless: number): 'more' | 'end' | 'circle' {
  if (!cursor) return 'end'
  if (hasMore === false && fruitless > 0 && !cursor.startsWith('linkedin:')) return 'end'
  return fruitless >= MOST_FRUITLESS ? 'circle' : 'more'
}
