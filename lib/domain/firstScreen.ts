import type { Account } from './account.ts'
import type { Conversation } from './conversation.ts'
import type { Freshness } from './freshness.ts'
import type { Settings } from './settings.ts'

/** More rows than a popup of 600 px shows at once, so that those that come later come out of sight. */
export const FIRST_ROWS = 10

/** What a page paints before its database is open: what was true when the worker last looked after it. */
export interface FirstScreen {
  settings: Settings
  accounts: Account[]
  freshness: Freshness[]
  /** Unread conversations of the accounts that are on. */
  unread: number
  /** The newest of them, as the popup lists them. */
  conversations: Conversation[]
}
