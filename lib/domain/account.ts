import type { Gapped } from './gapped.ts'
import type { AccountHealth } from './health.ts'
import type { ListWalk } from './listWalk.ts'

/** What an account is called that came without any name. */
export const NAMELESS_ACCOUNT = 'LinkedIn account'

/** A LinkedIn account as the API lists it (contract 1.1, 1.2). */
export interface ListedAccount {
  id: string
  name: string
  firstName: string
  publicId: string | null
  picture: string | null
  /** False when LinkedIn needs the user: ERROR status, disabled, or its session gone (contract 1.2, 8.19). */
  usable: boolean
  hasSalesNavigator: boolean
}

/** How far the silent first import of an account has come. Counts are conversations. */
export interface ImportProgress {
  stage: 'waiting' | 'listing' | 'preparing' | 'messages' | 'done'
  listed: number
  messagesDone: number
  messagesTotal: number
  /** The list is gone through once more, as a poll met more than it can read: what came since the last one is news. */
  again?: boolean
}

/** The progress once one more conversation has its messages. */
export function withOneMore(progress: ImportProgress): ImportProgress {
  return { ...progress, messagesDone: Math.min(progress.messagesDone + 1, progress.messagesTotal) }
}

/** An account row of the cache. */
export interface Account extends ListedAccount {
  /** The `ACoAA…` profile id of the mailbox owner, learnt from conversation URNs; decides direction. */
  ownerProfileId: string | null
  /** Place in the API's list; orders accounts and picks their hue. */
  position: number
  health: AccountHealth
  import: ImportProgress
  /** Server time (ms) up to which the list of conversations was worked through; null before the first import. */
  cursor: number | null
  /** Messages up to this server time (ms) were there before the companion: never notified. */
  silentUpTo: number
  /** LinkedIn ended the API's session, as the account's own status told; its list row may not know (contract 1.2). */
  sessionLost: boolean
  /** When `/conversations/sync` was asked for, local ms; it is asked once per account. */
  fullSyncAskedAt: number | null
  /** Its list has told counts of unread messages: from then on, a row without one has none. */
  tellsUnread?: boolean
  /** Conversations (ids) that showed more than is stored when the list was read, and are still to be pulled. */
  behind?: readonly string[]
  /** Its conversations with a gap in their stored history. Kept here, so that a poll finds them without looking. */
  gapped?: readonly Gapped[]
  /** How its list was gone through to the end, in the first import and now and then; none where nobody knows. */
  listWalk?: ListWalk
}

/** How an account is as far as it was answered for: well, unless LinkedIn does not let it in. */
export function healthWhenAnswered({
  usable,
  sessionLost,
}: Pick<Account, 'usable' | 'sessionLost'>): AccountHealth {
  return usable && !sessionLost ? { state: 'upToDate' } : { state: 'disconnected' }
}
