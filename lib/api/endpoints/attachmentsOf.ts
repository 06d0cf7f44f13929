import type { UploadedFile } from '../../domain/file.ts'

/** Uploaded files as a send names them, each in the wrapper the contract asks for (2.3); nothing where there are none. */
export function attachmentsOf(files: readonly UploadedFile[]): { attachments?: { file: UploadedFile }[] } {
  return files.length > 0 ? { attachments: files.map((file) => ({ file })) } : {}
}
