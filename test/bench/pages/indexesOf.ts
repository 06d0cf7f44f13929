import type { Table } from 'dexie'

/** The key and the indexes of a table as Dexie takes them, for another of the same shape. */
export function indexesOf({ schema }: Table): string {
  return [schema.primKey, ...schema.indexes].map(({ src }) => src).join(', ')
}
