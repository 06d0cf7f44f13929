import type { Snippet } from '../../domain/snippet.ts'
import type { Database } from '../database.ts'

/** The user's snippets by name. */
export async function allSnippets(db: Database): Promise<Snippet[]> {
  const snippets = await db.snippets.toArray()
  return snippets.sort((a, b) => a.name.localeCompare(b.name))
}
