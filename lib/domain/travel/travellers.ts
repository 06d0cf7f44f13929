import type { Settings } from '../settings.ts'

/**
 * Which settings go along to the user's other computers. The others are about one computer: what it shows and stores, how
 * it looks and sounds, how much its line bears; and the rules about people, as these name them.
 */
const TRAVELS: readonly string[] = [
  'undoSeconds',
  'quietHours',
  'notifyAccounts',
  'seenPolicy',
  'keyProfile',
  'ownKeys',
] satisfies (keyof Settings)[]

/** The tables of what travels. Of settings, some rows do. */
export const TRAVELLING = ['settings', 'labels', 'snippets'] as const
export type TravellingTable = (typeof TRAVELLING)[number]

/** Whether a row of a table travels. */
export function doesTravel(table: string, key: string): table is TravellingTable {
  if (table === 'settings') return TRAVELS.includes(key)
  return table === 'labels' || table === 'snippets'
}

/** What a row is called where rows of all tables lie side by side. */
export function recordId(table: TravellingTable, key: string): string {
  return `${table}/${key}`
}

/** The row a record is of; null where it is none that travels. */
export function rowOf(id: string): { table: TravellingTable; key: string } | null {
  const at = id.indexOf('/')
  const table = id.slice(0, at)
  const key = id.slice(at + 1)
  return at > 0 && key !== '' && doesTravel(table, key) ? { table, key } : null
}
