import type { Account } from '../../domain/account.ts'
import type { Conversation } from '../../domain/conversation.ts'
import { othersOf } from '../../domain/direction.ts'
import { usesSnippet } from '../../domain/usesSnippet.ts'
import type { Database } from '../database.ts'
import { maxKey } from '../keys.ts'
import { shownAccounts } from './shownConversations.ts'
import { messagesBefore, sendsOf } from './thread.ts'

/** How many of the newest messages of a conversation are looked through. */
const MESSAGES = 500

/** A conversation with somebody from another of the user's accounts. */
export interface Talk {
  conversation: Conversation
  account: Account
}

/**
 * Conversations of other accounts with one of these people (profile ids), active since `since` (ms), newest first.
 * Reads the recent conversations of those accounts.
 */
export async function talksElsewhere(
  db: Database,
  accountId: string,
  people: readonly string[],
  since: number,
): Promise<Talk[]> {
  if (people.length === 0) return []
  const others = (await shownAccounts(db)).filter(({ id }) => id !== accountId)
  const found = await Promise.all(
    others.map(async (account) => {
      // All at once: a filter of the query's own would go through them one request each.
      const rows = await db.conversations
        .where('[accountId+lastActivityAt]')
        .between([account.id, since], [account.id, maxKey])
        .toArray()
      return rows
        .filter((row) => profileIdsOf(row.participants, account).some((id) => people.includes(id)))
        .map((conversation) => ({ conversation, account }))
    }),
  )
  return found.flat().sort((a, b) => b.conversation.lastActivityAt - a.conversation.lastActivityAt)
}

/** The profile ids of the other people of a conversation; who is only known by name or slug is left out. */
export function profileIdsOf(
  participants: Conversation['participants'],
  account: Account | undefined,
): string[] {
  const owner = {
    profileId: account?.ownerProfileId ?? null,
    publicId: account?.publicId ?? null,
    name: account?.name ?? '',
  }
  return othersOf(participants, owner).flatMap(({ profileId }) =>
    profileId?.startsWith('ACoAA') ? [profileId] : [],
  )
}

/**
 * When (ms) a text made from this snippet last went to one of these conversations, or is about to; null where the cache
 * knows of none. Server time of a message, local time of one on its way.
 */
export async function lastUseOfSnippet(
  db: Database,
  conversationIds: readonly string[],
  snippet: string,
): Promise<number | null> {
  const uses = await Promise.all(
    conversationIds.map(async (id) => {
      const [messages, sends] = await Promise.all([messagesBefore(db, id, null, MESSAGES), sendsOf(db, id)])
      const sent = messages.filter(({ own, text }) => own && usesSnippet(text, snippet))
      const underway = sends.filter(({ text }) => usesSnippet(text, snippet))
      return [...sent.map(({ sentAt }) => sentAt), ...underway.map(({ createdAt }) => createdAt)]
    }),
  )
  const times = uses.flat()
  return times.length > 0 ? Math.max(...times) : null
}
