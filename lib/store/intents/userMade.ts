import type { Label } from '../../domain/label.ts'
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

/** Keeps a label, new or changed. */
export async function saveLabel(db: Database, label: Label): Promise<void> {
  await db.labels.put(label)
}

/** Forgets a label and takes it off every conversation. */
export function deleteLabel(db: Database, id: string): Promise<void> {
  return db.transaction('rw', [db.labels, db.triage], async () => {
    await db.labels.delete(id)
    await db.triage
      .filter((triage) => triage.labels.includes(id))
      .modify((triage) => {
        triage.labels = triage.labels.filter((label) => label !== id)
      })
  })
}
