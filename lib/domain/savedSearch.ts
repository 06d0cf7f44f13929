/** A search the user keeps at hand. */
export interface SavedSearch {
  id: string
  name: string
  query: string
  /** Position among the others. */
  position: number
}
