import { type Account, NAMELESS_ACCOUNT } from '../../domain/account.ts'
import type { Conversation, ListedConversation, Preview } from '../../domain/conversation.ts'
import type { Owner } from '../../domain/direction.ts'
import { othersOf } from '../../domain/direction.ts'
import { previewTextOf } from '../../domain/newerPreview.ts'
import type { Standing } from '../../domain/standing.ts'
import { normaliseText } from '../../domain/text.ts'
import { titleOf } from '../../domain/titles.ts'
import { conversationId, ownerOf } from '../../domain/urn.ts'

/** For this long (ms) after a message, a list row older than it may simply not know of it yet. */
const LIST_LAG_MS = 5 * 60_000

/** Who the mailbox of an account belongs to. */
export function ownerOfAccount(account: Account): Owner {
  const { ownerProfileId, publicId, name } = account
  // A slug or a stand-in for a name would make everybody else of everyone.
  const known = name !== publicId && name !== NAMELESS_ACCOUNT
  return { profileId: ownerProfileId, publicId, name: known ? name : '' }
}

/**
 * What a list row makes of a conversation, its standing aside. Lists lag and reorder, so what is newer in the cache
 * stays (contract 7.4, 7.6); a time in the future is no time.
 * @param clock server time, and the latest that is believed, ms
 */
export function applyListed(
  stored: Conversation | undefined,
  listed: ListedConversation,
  account: Account,
  { serverNow, latest }: { serverNow: number; latest: number },
): Omit<Conversation, keyof Standing> {
  const owner = ownerOfAccount(account)
  const believed = (at: number | null | undefined) =>
    at !== null && at !== undefined && at <= latest ? at : null
  const latestAt = believed(listed.latest?.sentAt)
  const told = believed(listed.lastActivityAt) ?? latestAt
  const activity = told ?? 0
  const ahead = activity - (stored?.lastActivityAt ?? 0)
  const lags = ahead < 0 && stored !== undefined && serverNow - stored.lastActivityAt < LIST_LAG_MS
  const participants = listed.participants.length > 0 ? listed.participants : (stored?.participants ?? [])
  const preview = previewOf(stored, listed, latestAt, owner)
  // In a list that tells nothing of it, what came in stays unread until it is read here, or answered.
  const isUntold = !account.tellsUnread && preview?.own !== true
  const unreadCount = listed.unreadCount ?? (isUntold ? (stored?.serverUnread ?? 0) : 0)
  const inboundAt = (listed.unreadCount ?? 0) > 0 && preview?.own !== true ? (latestAt ?? activity) : 0
  return {
    id: conversationId(account.id, listed.channel, listed.key),
    accountId: account.id,
    channel: listed.channel,
    key: listed.key,
    urn: urnToCall(stored?.urn, listed.urn, owner),
    salesNavThreadId: listed.salesNavThreadId ?? stored?.salesNavThreadId ?? null,
    title: titleOf(participants, owner, listed.latest?.senderName ?? null, stored?.title),
    participants,
    lastActivityAt: Math.max(activity, stored?.lastActivityAt ?? 0),
    preview,
    serverUnread: lags ? Math.max(unreadCount, stored.serverUnread) : unreadCount,
    latestInboundAt: Math.max(inboundAt, stored?.latestInboundAt ?? 0),
    // Where no time tells of news, as it may come in whole seconds, more unread messages do.
    syncedTo:
      (told === null || ahead === 0) && unreadCount > (stored?.serverUnread ?? 0)
        ? null
        : (stored?.syncedTo ?? null),
    // New activity deserves its own looks, at once.
    emptyLooks: ahead > 0 ? 0 : (stored?.emptyLooks ?? 0),
    nextLookAt: ahead > 0 ? 0 : (stored?.nextLookAt ?? 0),
  }
}

/**
 * Whether a list row would say the same at any later time of a conversation it has been applied to: it tells no time that
 * was not believed, and lags behind nothing that is still new.
 */
export function isSettled(stored: Conversation, listed: ListedConversation, serverNow: number): boolean {
  const times = [listed.lastActivityAt ?? 0, listed.latest?.sentAt ?? 0]
  if (times.some((at) => at > serverNow)) return false
  const told = listed.lastActivityAt ?? listed.latest?.sentAt ?? 0
  return told >= stored.lastActivityAt || serverNow - stored.lastActivityAt >= LIST_LAG_MS
}

/** The URN that names the owner's own mailbox, once there was one: spellings change from answer to answer (8.7). */
function urnToCall(stored: string | undefined, listed: string, owner: Owner): string {
  const rank = (urn: string) => (ownerOf(urn) === null ? 0 : ownerOf(urn) === owner.profileId ? 2 : 1)
  return stored !== undefined && rank(stored) > rank(listed) ? stored : listed
}

function previewOf(
  stored: Conversation | undefined,
  listed: ListedConversation,
  sentAt: number | null,
  owner: Owner,
): Preview | null {
  const old = stored?.preview ?? null
  const latest = listed.latest
  if (!latest || (latest.text === '' && !latest.hasAttachment)) return old
  if (old && (old.sentAt ?? 0) > (sentAt ?? 0)) return old
  const text = previewTextOf(latest.text)
  const known = old && old.sentAt === sentAt && old.text === text
  return {
    text,
    sentAt,
    own: (known ? old.own : null) ?? ownBySender(latest.senderName, listed, owner),
    senderName: latest.senderName,
    hasAttachment: latest.hasAttachment,
  }
}

/** Only a name that fits just one side tells whose the newest message is; sender fields of lists are unreliable. */
function ownBySender(senderName: string | null, listed: ListedConversation, owner: Owner): boolean | null {
  if (!senderName) return null
  const same = (name: string | null) => !!name && normaliseText(name) === normaliseText(senderName)
  const other = othersOf(listed.participants, owner).some((participant) => same(participant.name))
  if (same(owner.name) === other) return null
  return !other
}
