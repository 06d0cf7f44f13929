import type { FileFacts, OutgoingFile } from '../../domain/file.ts'
import type { Database } from '../database.ts'
import { newIntentId } from './newIntentId.ts'

/** Puts a file into the reply box of a conversation; what is in it follows (`keepContent`), and a reply sent before that waits for it. */
export function addFile(
  db: Database,
  conversationId: string,
  facts: Omit<FileFacts, 'id'>,
  now: number,
): Promise<OutgoingFile> {
  return db.transaction('rw', [db.files], async () => {
    const last = (await filesInBox(db, conversationId)).at(-1)
    // Behind those chosen before, even within one millisecond.
    const createdAt = Math.max(now, (last?.createdAt ?? 0) + 1)
    const id = newIntentId(createdAt)
    const row = { ...facts, id, conversationId, taken: 0 as const, createdAt, uploaded: null }
    await db.files.add(row)
    return row
  })
}

/** Keeps what is in a file until it is sent. One that was taken away meanwhile stays away. */
export function keepContent(db: Database, id: string, content: ArrayBuffer): Promise<void> {
  return db.transaction('rw', [db.files, db.fileContents], async () => {
    if (await db.files.get(id)) await db.fileContents.put({ id, content })
  })
}

/** Takes a file out of the reply box. One that goes with a reply already stays with it. */
export function removeFile(db: Database, id: string): Promise<void> {
  return db.transaction('rw', [db.files, db.fileContents], async () => {
    const file = await db.files.get(id)
    if (file?.taken !== 0) return
    await db.files.delete(id)
    await db.fileContents.delete(id)
  })
}

/** Takes files out of the reply box for a reply that names them. Call inside a transaction over files. */
export async function takeFiles(db: Database, files: readonly OutgoingFile[]): Promise<FileFacts[]> {
  if (files.length > 0) await db.files.bulkPut(files.map((file) => ({ ...file, taken: 1 as const })))
  return files.map(({ id, name, mediaType, byteSize }) => ({ id, name, mediaType, byteSize }))
}

/** Puts the files of a reply back into the reply box. Call inside a transaction over files. */
export async function giveFilesBack(db: Database, files: readonly FileFacts[] = []): Promise<void> {
  for (const { id } of files) await db.files.update(id, { taken: 0 })
}

/** The files in the reply box of a conversation, in the order they were chosen. */
export async function filesInBox(db: Database, conversationId: string): Promise<OutgoingFile[]> {
  const files = await db.files.where('conversationId').equals(conversationId).sortBy('id')
  return files.filter(({ taken }) => taken === 0)
}
