import type { Database } from '../../lib/store/database.ts'
import { saveDraft } from '../../lib/store/intents/drafts.ts'

// A browser may cut off what a page that ends still writes to the database; Firefox does. What it writes here is kept.

/** What stood unsaved in a reply box when its page was left. */
export interface DraftNote {
  text: string
  /** Local ms. */
  typedAt: number
  /** What is on the disk comes before it: the box has not read that, or may still be sending it. */
  behind: boolean
}

const PREFIX = 'draft:'

/** Notes it, in place of what was noted for that conversation before. Where there is no room the page goes on without. */
export function leaveNote(conversationId: string, note: DraftNote): void {
  try {
    localStorage.setItem(PREFIX + conversationId, JSON.stringify(note))
  } catch {}
}

/** What is on the disk, or sent, is as new as a note from then, local ms, or before. */
export function forgetNote(conversationId: string, until: number): void {
  const noted = localStorage.getItem(PREFIX + conversationId)
  if (noted !== null && read(noted).typedAt <= until) localStorage.removeItem(PREFIX + conversationId)
}

/** There is no inbox any more that they could belong to. */
export function forgetNotes(): void {
  for (const key of noteKeys()) localStorage.removeItem(key)
}

/** Makes drafts of all notes that pages left behind, but of none that is older than the draft which is there. */
export async function takeOverNotes(db: Database): Promise<Database> {
  // One that cannot be written now is there for the next page.
  for (const key of noteKeys()) await takeOver(db, key).catch(() => undefined)
  return db
}

async function takeOver(db: Database, key: string): Promise<void> {
  const conversationId = key.slice(PREFIX.length)
  const taken = await db.transactionWithRoom('rw', [db.drafts], async () => {
    const stored = await db.drafts.get(conversationId)
    // Looked at while nobody else can write: whoever sends the text forgets the note first, and then empties the draft.
    const noted = localStorage.getItem(key)
    if (noted === null) return null
    const { text, typedAt, behind } = read(noted)
    if (stored && stored.updatedAt >= typedAt) return noted
    await saveDraft(db, conversationId, behind ? (stored?.text ?? '') + text : text, typedAt)
    return noted
  })
  if (taken === localStorage.getItem(key)) localStorage.removeItem(key)
}

function noteKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
}

function read(noted: string): DraftNote {
  return JSON.parse(noted) as DraftNote
}
