/** A row that cannot be read, with the reason in our own words: it never holds what the row held. */
export class BadRow {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}

export interface Rows<T> {
  items: T[]
  /** Why rows were left out, one a row. */
  reasons: string[]
}

/** Reads row by row: a bad one is left out and never costs the page. */
export function readRows<T>(rows: readonly unknown[], read: (row: unknown) => T | BadRow): Rows<T> {
  const items: T[] = []
  const reasons: string[] = []
  for (const row of rows) {
    const item = read(row)
    if (item instanceof BadRow) reasons.push(item.reason)
    else items.push(item)
  }
  return { items, reasons }
}
