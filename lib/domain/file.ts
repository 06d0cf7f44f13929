import { counted, text } from './texts.ts'
/** A file the user wants to send along, before anything of it went out. */
export interface FileFacts {
  id: string
  name: string
  /** Media type; `application/octet-stream` where nobody knows. */
  mediaType: string
  byteSize: number
}

/** What an upload answered with: a send repeats it as it came (contract 2.3, 2.4). */
export type UploadedFile = Readonly<Record<string, unknown>>

/** The bytes of a received attachment. */
export interface MediaFile {
  bytes: Uint8Array<ArrayBuffer>
  /** What the API says it is; not to be trusted. */
  mediaType: string | null
}

/** A file chosen for a conversation, until its message is sent or it is taken away again. Never thrown away. */
export interface OutgoingFile extends FileFacts {
  conversationId: string
  /** 1 from when a reply names it; 0 while it lies in the reply box. */
  taken: 0 | 1
  /** Local ms; files keep the order in which they were chosen. */
  createdAt: number
  /** What the API made of it, and when (local ms): it is not sent up twice. */
  uploaded: { file: UploadedFile; at: number } | null
}

/** Nobody says what LinkedIn takes; beyond this an upload through the API is hopeless. Bytes. */
const LARGEST_FILE = 20_000_000
const MOST_FILES = 10

/** Received files larger than this are not fetched, bytes. */
export const LARGEST_MEDIA = 24_000_000

/** How long (ms) an upload is believed to be good for; the contract does not say. */
const ASSET_LIFE_MS = 30 * 60_000

/** What a send can name, or null where the file has to go up (again). */
export function usableAsset({ uploaded }: OutgoingFile, now: number): UploadedFile | null {
  if (!uploaded || now < uploaded.at || now - uploaded.at > ASSET_LIFE_MS) return null
  return uploaded.file
}

/** Whether the API would fetch what lies at an address (contract 2.5). */
export function isFetchable(url: string | null): url is string {
  return url !== null && /^https:\/\/(www\.linkedin\.com\/dms\/prv\/|media\.licdn\.com\/)/.test(url)
}

/** Why a file cannot be sent, in words, or null where it can. `others`: how many there are already. */
export function whyNotSend(file: { name: string; size: number }, others: number): string | null {
  if (others >= MOST_FILES) return counted('file_tooMany', MOST_FILES)
  if (file.size === 0) return text('file_empty', { file: file.name })
  if (file.size > LARGEST_FILE) return text('file_tooLarge', { file: file.name })
  return null
}
