import type { Thread } from './thread'

/** What the account owner does for a living; picks the scripts of the conversations. */
export type Trade = 'recruiting' | 'sales' | 'founding'
/** Language a person writes in. */
export type Language = 'en' | 'de' | 'fr' | 'es' | 'pt' | 'ja' | 'zh' | 'ko' | 'ar' | 'he'
export type Channel = 'inbox' | 'salesNav'

export interface Person {
  profileId: string
  slug: string
  name: string
  firstName: string
  headline: string
  role: string
  company: string
  picture: string | null
  distance: 'DISTANCE_1' | 'DISTANCE_2'
  language: Language
}

/** First import still to come or under way (contract 2.12, 7.7). */
export interface InitialSync {
  completed: boolean
  /** How long POST /conversations/sync works before everything is there. */
  durationMs: number
  startedAt: number | null
}

export interface Account extends Person {
  id: string
  lastName: string
  trade: Trade
  salesNavigator: boolean
  status: string
  enabled: boolean
  apiSeatAllocated: boolean
  hasTokens: boolean
  premiumType: string
  lastSyncAt: number
  consecutiveFailures: number
  lastError: string | null
  initialSync: InitialSync
}

export interface Attachment {
  name: string
  mediaType: string
  byteSize: number
  url: string
}

/** An uploaded file, waiting to be sent. */
export interface Asset {
  accountId: string
  /** What the upload answered with, and a send has to repeat. */
  given: { assetUrn: string; byteSize: number; mediaType: string; name: string }
  bytes: Buffer
  /** Where it is found once it was sent. */
  url: string
}

export interface Message {
  key: string
  sentAt: number
  /** `owner`, or the place of the sender in the conversation's people. */
  sender: 'owner' | number
  text: string
  attachments: Attachment[]
  /** The list knows of it, a read with sync=false does not yet (contract 7.9). */
  awaitsSync?: boolean
}

export interface Conversation {
  key: string
  accountId: string
  channel: Channel
  /** Primary URN, under the owner's mailbox. */
  urn: string
  people: Person[]
  lastActivityAt: number
  unreadCount: number
  starred: boolean
  thread: Thread
}
