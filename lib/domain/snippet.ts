/** A text the user reuses. */
export interface Snippet {
  id: string
  name: string
  text: string
}
