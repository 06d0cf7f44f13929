import type { Snippet } from '../../domain/snippet.ts'
import type { Database } from '../database.ts'

/** Keeps a snippet, new or changed. */
export async function saveSnippet(db: Database, snippet: Snippet): Promise<void> {
  await db.snippets.put(snippet)
}

/** Forgets a snippet. */
export async function deleteSnippet(db: Database, id: string): Promise<void> {
  await db.snippets.delete(id)
}
