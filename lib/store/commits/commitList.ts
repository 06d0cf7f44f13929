import type { Account } from '../../domain/account.ts'
import type { Conversation, ListedConversation } from '../../domain/conversation.ts'
import { latestBelieved } from '../../domain/latestBelieved.ts'
import { mailboxOwner } from '../../domain/mailboxOwner.ts'
import { sameData } from '../../domain/sameData.ts'
import { type Standing, standingOf } from '../../domain/standing.ts'
import { type Triage, untouched } from '../../domain/triage.ts'
import type { Database } from '../database.ts'
import { applyListed } from './listedConversation.ts'

/** The list may still tell what was before a reading here; for this long (ms) it is not taken as somebody's mark. */
const LIST_LAG_MS = 5 * 60_000

export interface ListCommit {
  account: Account
  listed: readonly ListedConversation[]
  /** Server time (ms), or null where the answer had none. */
  serverNow: number | null
  /** Local ms. */
  now: number
  /** Conversations not active since this server time (ms) are left without messages until opened; 0 leaves none. */
  leaveBefore: number
}

/**
 * Stores a page of the list in one transaction; rows that say nothing new are not written.
 * @returns all conversations of the page as they are stored now
 */
export function commitList(db: Database, commit: ListCommit): Promise<Conversation[]> {
  return db.transaction('rw', [db.conversations, db.triage, db.accounts], async () => {
    const { now } = commit
    const clock = { serverNow: commit.serverNow ?? now, latest: latestBelieved(commit.serverNow, now) }
    // Removed while the answer was on its way: its rows must not come back.
    const stored = await db.accounts.get(commit.account.id)
    if (!stored) return []
    const ownerProfileId = stored.ownerProfileId ?? mailboxOwner(stored, commit.listed)
    const tellsUnread = commit.listed.some(({ unreadCount }) => unreadCount !== null)
    const learnt = { ownerProfileId, ...(tellsUnread ? { tellsUnread } : {}) }
    const account = { ...stored, ...learnt }
    if (!sameData(account, stored)) await db.accounts.update(stored.id, learnt)
    // The same thread can come twice in a page, under two mailbox prefixes: the newer row has the last word.
    const listed = [...commit.listed].sort((a, b) => (a.lastActivityAt ?? 0) - (b.lastActivityAt ?? 0))
    const applied = (stored: Conversation | undefined, row: ListedConversation) =>
      applyListed(stored, row, account, clock)
    const ids = listed.map((row) => applied(undefined, row).id)
    const before = byId(await db.conversations.bulkGet(ids), (row) => row.id)
    const known = new Map(before)
    // What is read and as it was stands as it stood: whoever changes a mark changes the row with it.
    const stirred = new Set(
      ids.filter((id, index) => {
        const [stored, row] = [before.get(id), listed[index]]
        return !stored || !row || !isAsBefore(stored, applied(stored, row))
      }),
    )
    const triages = byId(await db.triage.bulkGet([...stirred]), (row) => row.conversationId)
    for (const [index, row] of listed.entries()) {
      if (!stirred.has(ids[index] ?? '')) continue
      const stored = known.get(ids[index] ?? '')
      const next = applied(stored, row)
      const marks = triages.get(next.id) ?? untouched(next.id, account.id)
      const triage = { ...marks, ...marksElsewhere(stored, next, marks, now) }
      if (!sameData(triage, marks)) {
        triages.set(next.id, triage)
        await db.triage.put(triage)
      }
      // Without any time, only its messages can tell where it belongs.
      const old = next.lastActivityAt > 0 && next.lastActivityAt < commit.leaveBefore
      const left = next.syncedTo === null && old
      const conversation: Conversation = {
        ...next,
        ...standingOf(next, triage),
        syncedTo: left ? next.lastActivityAt : next.syncedTo,
      }
      known.set(conversation.id, conversation)
    }
    const changed = [...known.values()].filter((row) => !sameData(row, before.get(row.id)))
    if (changed.length > 0) await db.conversations.bulkPut(changed)
    return [...known.values()]
  })
}

function isAsBefore(stored: Conversation, next: Omit<Conversation, keyof Standing>): boolean {
  return next.serverUnread === 0 && next.syncedTo !== null && sameData({ ...stored, ...next }, stored)
}

function byId<T>(rows: readonly (T | undefined)[], idOf: (row: T) => string): Map<string, T> {
  const found = rows.filter((row): row is T => row !== undefined)
  return new Map(found.map((row) => [idOf(row), row]))
}

type Marks = Partial<Pick<Triage, 'readUpTo' | 'unreadMark'>>

/** What the API's unread count tells of marks: ours that arrived, and those made on LinkedIn itself. */
function marksElsewhere(
  stored: Conversation | undefined,
  next: Pick<Conversation, 'serverUnread' | 'latestInboundAt' | 'lastActivityAt'>,
  triage: Triage,
  now: number,
): Marks {
  if (next.serverUnread === 0) return {}
  const newest = next.latestInboundAt || next.lastActivityAt
  const unreadAgain = { unreadMark: false, readUpTo: Math.min(triage.readUpTo, newest - 1) }
  if (triage.unreadMark) return unreadAgain
  const markedElsewhere =
    stored?.serverUnread === 0 &&
    next.lastActivityAt === stored.lastActivityAt &&
    triage.readUpTo >= newest &&
    now - triage.readAt > LIST_LAG_MS
  return markedElsewhere ? unreadAgain : {}
}
