import { type OutgoingFile, whyNotSend } from '../../lib/domain/file.ts'
import { showHidden } from '../../lib/domain/links.ts'
import { cutFileName } from '../../lib/domain/text.ts'
import { text } from '../../lib/domain/texts.ts'
import type { Database } from '../../lib/store/database.ts'
import { addFile, filesInBox, keepContent, removeFile } from '../../lib/store/intents/files.ts'

/** Puts a file into the reply box and keeps what is in it; gives why that did not work, or null. */
export async function takeFile(db: Database, conversationId: string, file: File): Promise<string | null> {
  const problem = whyNotSend(
    { name: showHidden(file.name), size: file.size },
    (await filesInBox(db, conversationId)).length,
  )
  if (problem) return problem
  const facts = {
    name: cutFileName(file.name, 200),
    mediaType: file.type || 'application/octet-stream',
    byteSize: file.size,
  }
  let kept: OutgoingFile | null = null
  try {
    kept = await db.withRoom(() => addFile(db, conversationId, facts, Date.now()))
    const { id } = kept
    const content = await file.arrayBuffer()
    await db.withRoom(() => keepContent(db, id, content))
    return null
  } catch {
    if (kept) await removeFile(db, kept.id).catch(() => undefined)
    return text('attachments_notKept', { name: showHidden(file.name) })
  }
}
