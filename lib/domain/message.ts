/** Something sent along with a text. The wire shape is undocumented (contract 8.8), so only what was recognised is kept. */
export interface Attachment {
  name: string | null
  mediaType: string | null
  byteSize: number | null
  /** An https URL on linkedin.com or licdn.com, for download through the API; never fetched by a page. */
  url: string | null
}

/** A message as read from the API, before it is known whose it is (contract 2.2). */
export interface ReceivedMessage {
  urn: string | null
  /** Message key (contract 0.4); derived from time, sender and text where the wire has no URN. */
  key: string
  text: string
  /** Server time, ms. */
  sentAt: number
  senderProfileId: string | null
  senderName: string | null
  /** What the API claims; not to be trusted (contract 2.2). */
  claimedOwn: boolean | null
  attachments: Attachment[]
  hasAttachment: boolean
}

/** A message row of the cache. */
export interface Message {
  id: string
  conversationId: string
  key: string
  urn: string | null
  text: string
  sentAt: number
  own: boolean
  senderProfileId: string | null
  senderName: string | null
  attachments: Attachment[]
  hasAttachment: boolean
  /** Id of the outbox intent this message came from, if it was sent from here: keeps its bubble the same bubble. */
  intentId?: string
  /** Only the answer to the send has shown it so far: the thread may yet show it under another key. */
  echo?: true
  /** Id of the intent whose reply this repeats: it was delivered more than once, and the user is told. */
  copyOf?: string
}
