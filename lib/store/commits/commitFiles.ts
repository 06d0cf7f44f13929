import type { FileFacts, UploadedFile } from '../../domain/file.ts'
import type { Database } from '../database.ts'

/** A file went up: it is not sent up again (local ms). */
export function noteUploaded(db: Database, id: string, file: UploadedFile, at: number): Promise<void> {
  return db.transactionWithRoom('rw', [db.files], async () => {
    await db.files.update(id, { uploaded: { file, at } })
  })
}

/** The send that named these files went wrong: what the API made of them may be spent, and they go up again before another. */
export function forgetUploads(db: Database, files: readonly FileFacts[]): Promise<void> {
  return db.transactionWithRoom('rw', [db.files], async () => {
    for (const { id } of files) await db.files.update(id, { uploaded: null })
  })
}

/** Drops the files of replies that left the outbox, whichever way they did. */
export async function dropSpentFiles(db: Database): Promise<void> {
  if ((await db.files.where('taken').equals(1).count()) === 0) return
  await db.transaction('rw', [db.outbox, db.files, db.fileContents], async () => {
    const rows = await db.outbox.toArray()
    const needed = new Set(
      rows.flatMap((row) => (row.kind === 'send' ? (row.files ?? []) : [])).map(({ id }) => id),
    )
    const taken = await db.files.where('taken').equals(1).primaryKeys()
    const spent = taken.filter((id) => !needed.has(id))
    await db.files.bulkDelete(spent)
    await db.fileContents.bulkDelete(spent)
  })
}
