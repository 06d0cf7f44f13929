import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { isRecipient, type Recipient } from '../../domain/firstMessage.ts'
import { standingOf } from '../../domain/standing.ts'
import { untouched } from '../../domain/triage.ts'
import {
  conversationId,
  inboxUrn,
  isSalesNavUrn,
  keyOf,
  normaliseProfileId,
  ownerOf,
} from '../../domain/urn.ts'
import type { Database } from '../database.ts'
import { maxKey, minKey } from '../keys.ts'
import { applyListed } from './listedConversation.ts'

/**
 * Has a conversation that was found by the profile of the other person, though no list showed it yet: its messages and
 * names come when it is read. Call inside a transaction over conversations and triage.
 * @param now local ms
 */
export async function keepFound(
  db: Database,
  account: Account,
  to: Recipient,
  urn: string,
  now: number,
): Promise<Conversation> {
  const channel = isSalesNavUrn(urn) ? 'salesNav' : 'inbox'
  const key = keyOf(urn)
  const id = conversationId(account.id, channel, key)
  const stored = await db.conversations.get(id)
  if (stored) return stored
  const callUrn = urn.startsWith('urn:') ? urn : inboxUrn(key, account.ownerProfileId)
  const profileId = normaliseProfileId(to.profileUrn) ?? to.profile
  const profileUrl = `https://www.linkedin.com/in/${encodeURIComponent(to.profile)}`
  const listed = {
    urn: callUrn,
    key,
    channel,
    ownerProfileId: ownerOf(callUrn),
    salesNavThreadId: channel === 'salesNav' ? key : null,
    lastActivityAt: null,
    unreadCount: 0,
    participants: [{ profileId, name: null, headline: null, profileUrl, picture: null }],
    latest: null,
  } as const
  const known = applyListed(undefined, { ...listed, participants: [...listed.participants] }, account, {
    serverNow: now,
    latest: now,
  })
  const triage = (await db.triage.get(id)) ?? untouched(id, account.id)
  const conversation: Conversation = { ...known, ...standingOf(known, triage) }
  await db.conversations.put(conversation)
  return conversation
}

/** The conversation of an account with somebody alone, among those active since a time (ms) or of unknown time. */
export async function findConversationWith(
  db: Database,
  accountId: string,
  to: Recipient,
  since: number,
): Promise<Conversation | undefined> {
  const isTheirs = ({ channel, participants }: Conversation) =>
    channel === 'inbox' && participants.length < 3 && participants.some((one) => isRecipient(one, to))
  const index = db.conversations.where('[accountId+lastActivityAt]')
  const recent = index.between([accountId, since], [accountId, maxKey]).filter(isTheirs)
  return (
    (await recent.first()) ??
    db.conversations
      .where('[accountId+lastActivityAt]')
      .between([accountId, minKey], [accountId, 0], true, true)
      .filter(isTheirs)
      .first()
  )
}
