import type { AccountRule, NoticeContent, PersonRule } from './notifyRules.ts'
import { NO_POLICY, type Policy } from './policy.ts'
import type { QuietWeek } from './quietHours.ts'

export type Theme = 'system' | 'light' | 'dark'
/** When the API is told that a conversation was read, which the other person can see. */
export type SeenPolicy = 'onReading' | 'onReply' | 'never'

/** What the user chose, what was decided for them, and how this computer stands. One row each in the settings table. */
export interface Settings {
  /** Local ms of the last successful connect; null before. Decides between first run and inbox. */
  connectedAt: number | null
  /** The API named no account when it was last asked; false also where it was not asked yet. */
  reachesNone: boolean
  /** Accounts switched off by the user. */
  accountsOff: string[]
  pollSeconds: number
  /** How long (s) a reply can be taken back before it goes out. */
  undoSeconds: number
  notifications: boolean
  quietHours: QuietWeek | null
  notifyAccounts: Record<string, AccountRule>
  /** By profile id. */
  notifyPeople: Record<string, PersonRule>
  notificationContent: NoticeContent
  notificationSound: boolean
  /** Whether what arrives on a locked screen waits, and is told as one when the user is back. */
  holdWhileLocked: boolean
  theme: Theme
  compact: boolean
  seenPolicy: Record<string, SeenPolicy>
  /** How many months of messages are kept on this machine; null for all. */
  keepMonths: number | null
  /** How much of the disk (MB of 1,000,000 bytes) may be used before the oldest messages go; null for any. */
  keepMegabytes: number | null
  /** Whose keys the hands are used to. */
  keyProfile: 'gmail' | 'superhuman'
  /** By action, the keys the user gave it instead. */
  ownKeys: Record<string, string[]>
  /** Whether settings, labels and snippets go to the user's other computers, through the browser's own sync. */
  travels: boolean
  /** The version Parley was updated from, while the user has not yet taken note of what changed since; else empty. */
  updatedFrom: string
  /** What the user's organization decides; the worker writes it, and nobody chooses it. */
  policy: Policy
}

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  connectedAt: null,
  reachesNone: false,
  accountsOff: [],
  pollSeconds: 60,
  undoSeconds: 0,
  notifications: true,
  quietHours: null,
  notifyAccounts: {},
  notifyPeople: {},
  notificationContent: 'full',
  notificationSound: true,
  holdWhileLocked: true,
  theme: 'system',
  compact: false,
  seenPolicy: {},
  keepMonths: null,
  keepMegabytes: null,
  keyProfile: 'gmail',
  ownKeys: {},
  travels: false,
  updatedFrom: '',
  policy: NO_POLICY,
}

/** The policy of an account; reading tells LinkedIn unless the user chose otherwise. */
export function seenPolicyOf(settings: Pick<Settings, 'seenPolicy'>, accountId: string): SeenPolicy {
  // Ids are the API's: one called like something every object has finds nothing here.
  const own = Object.hasOwn(settings.seenPolicy, accountId) ? settings.seenPolicy[accountId] : undefined
  return own ?? 'onReading'
}
