import type { Harness } from './harness.ts'
import { waitUntil } from './waitUntil.ts'

/**
 * Waits until a table of the database holds a row with these values. Pages show what the user wrote a moment before it
 * is kept, and one that is closed in that moment takes it along.
 */
export async function waitUntilKept(
  harness: Harness,
  table: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  await waitUntil(
    async () => {
      const rows = ((await harness.storageDump()).indexedDB.parley?.[table] ?? []) as (typeof values)[]
      return rows.some((row) => Object.keys(values).every((name) => isSame(row[name], values[name])))
    },
    { what: `${table} to keep ${JSON.stringify(values)}` },
  )
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
