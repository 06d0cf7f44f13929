import type { Snippet } from '../../domain/snippet.ts'
import type { PlainSnippet } from '../../domain/snippetFile.ts'
import type { Database } from '../database.ts'
import { newIntentId } from './newIntentId.ts'

/** Keeps a snippet, new or changed. */
export async function saveSnippet(db: Database, snippet: Snippet): Promise<void> {
  await db.snippets.put(snippet)
}

/** Forgets a snippet. */
export async function deleteSnippet(db: Database, id: string): Promise<void> {
  await db.snippets.delete(id)
}

/**
 * Adds snippets, all of them or none; those that are there already, word for word, are left out.
 * @returns how many are new
 */
export function addSnippets(db: Database, found: readonly PlainSnippet[], now: number): Promise<number> {
  return db.transaction('rw', [db.snippets], async () => {
    const known = new Set((await db.snippets.toArray()).map(contentOf))
    const fresh = new Map(
      found.filter((one) => !known.has(contentOf(one))).map((one) => [contentOf(one), one]),
    )
    await db.snippets.bulkAdd([...fresh.values()].map((one) => ({ id: newIntentId(now), ...one })))
    return fresh.size
  })
}

function contentOf({ name, text }: PlainSnippet): string {
  return JSON.stringify([name, text])
}
