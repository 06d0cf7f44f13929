import type { Platform } from '../../lib/commands/Platform.ts'
import type { Failure } from '../../lib/domain/failure.ts'
import { fileNameOf } from '../../lib/domain/fileName.ts'
import type { Attachment } from '../../lib/domain/message.ts'
import { pictureType } from '../../lib/domain/picture.ts'
import { text } from '../../lib/domain/texts.ts'
import type { Database, MediaRow } from '../../lib/store/database.ts'
import { mediaAt } from '../../lib/store/queries/media.ts'

/** A picture of more bytes is not drawn into a page. */
const LARGEST_PICTURE = 16_000_000

interface Place {
  attachment: Attachment
  messageId: string
  index: number
}

/** A received file: what the store has, or what the worker then fetches into it. The page itself asks nobody. */
export async function receivedFile(
  db: Database,
  command: Platform['command'],
  { attachment, messageId, index }: Place,
): Promise<MediaRow | Failure> {
  const url = attachment.url ?? ''
  const kept = await mediaAt(db, url)
  if (kept) return kept
  const outcome = await command('fetchMedia', { messageId, index })
  if (!outcome.ok) return outcome.failure
  const fetched = await mediaAt(db, url)
  return fetched ?? { kind: 'unknown', detail: null, status: null, retryAt: null }
}

/** The file as a picture to draw, or why it is not one. */
export function pictureOf({ content, byteSize }: MediaRow): Blob | string {
  const type = pictureType(new Uint8Array(content))
  if (type === null) return text('attachments_noPicture')
  if (byteSize > LARGEST_PICTURE) return text('attachments_pictureTooLarge')
  return new Blob([content], { type })
}

/** Hands the file to the browser's downloads. Its type tells the browser nothing, so that it is never opened as a page. */
export function save(saveFile: Platform['saveFile'], { name }: Attachment, { content }: MediaRow): void {
  const ending = name?.includes('.') ? '' : endingOf(content)
  const type = 'application/octet-stream'
  saveFile(fileNameOf(name) + ending, type, new Blob([content], { type }))
}

function endingOf(content: ArrayBuffer): string {
  const [, kind] = pictureType(new Uint8Array(content))?.split('/') ?? []
  return kind ? `.${kind}` : ''
}
