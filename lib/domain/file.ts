/** A file the user wants to send along, before anything of it went out. */
interface FileFacts {
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
  /** The reply it goes with; empty while it lies in the reply box. */
  intentId: string
  /** Local ms; files keep the order in which they were chosen. */
  createdAt: number
  /** What the API made of it, and when (local ms): it is not sent up twice. */
  uploaded: { file: UploadedFile; at: number } | null
}

/** Received files larger than this are not fetched, bytes. */
export const LARGEST_MEDIA = 24_000_000

/** Whether the API would fetch what lies at an address (contract 2.5). */
export function isFetchable(url: string | null): url is string {
  return url !== null && /^https:\/\/(www\.linkedin\.com\/dms\/prv\/|media\.licdn\.com\/)/.test(url)
}
