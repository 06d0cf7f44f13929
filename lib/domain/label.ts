/** A local label; LinkedIn never sees it (contract 5). */
export interface Label {
  id: string
  name: string
  /** Hue in degrees of its colour. */
  hue: number
}
