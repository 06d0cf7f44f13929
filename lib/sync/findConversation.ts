import { ApiError } from '../api/ApiError.ts'
import type { Recipient } from '../domain/firstMessage.ts'
import { keepFound } from '../store/commits/keepFound.ts'
import { askAccount } from './askAccount.ts'
import type { SyncDeps } from './SyncDeps.ts'

/** The conversation of an account with somebody, or whom a first message would go to. */
export interface Found {
  conversationId: string | null
  to: Recipient
}

/**
 * Looks for the conversation of an account with somebody, by the name of their profile; one that is found can be opened
 * though no list showed it yet.
 * @throws ApiError `notFound` where there is no such profile
 */
export async function findConversation(deps: SyncDeps, accountId: string, profile: string): Promise<Found> {
  const { db, api, now } = deps
  const account = await db.accounts.get(accountId)
  if (!account) throw new ApiError({ kind: 'accountGone', notDelivered: true })
  const ask = () => api.conversationExists({ accountId, profile }, { lane: 'waiting' })
  const { conversationUrn, profileUrn } = await askAccount(deps, accountId, ask)
  const to = { profile, profileUrn }
  if (conversationUrn === null) return { conversationId: null, to }
  const kept = await db.transaction('rw', [db.conversations, db.triage], () =>
    keepFound(db, account, to, conversationUrn, now()),
  )
  return { conversationId: kept.id, to }
}
