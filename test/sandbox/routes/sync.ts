import { accountId, bool, optional, required, text } from '../server/fields'
import { accountOf, type Context, conversationOf, needsLinkedIn, type Route } from '../server/route'
import type { Account } from '../world/types'
import { imported } from '../world/workspace'

function totals({ world, now }: Context, account: Account): { conversations: number; messages: number } {
  const all = world.conversations(account.id)
  const known = all.slice(0, Math.floor(all.length * imported(account, now())))
  return { conversations: known.length, messages: known.reduce((sum, c) => sum + c.thread.length, 0) }
}

function stateOf(context: Context, account: Account): Record<string, unknown> {
  const share = imported(account, context.now())
  const { conversations, messages } = totals(context, account)
  return {
    accountId: account.id,
    accountName: account.name,
    accountPicture: account.picture,
    syncState: {
      lastSyncAt: share === 1 ? new Date(account.lastSyncAt).toISOString() : null,
      syncInProgress: share < 1 && account.initialSync.startedAt !== null,
      totalConversations: conversations,
      totalMessages: messages,
      consecutiveFailures: account.consecutiveFailures,
      lastError: account.lastError,
      initialSyncCompleted: share === 1,
    },
  }
}

/** Contract 2.12. */
export const syncRoutes: Route[] = [
  {
    method: 'POST',
    path: '/conversations/sync',
    body: { accountId, force: optional(bool) },
    async handle(call, context) {
      const account = accountOf(call)
      needsLinkedIn(account)
      const sync = account.initialSync
      const startedAt = context.now()
      if (!sync.completed) {
        sync.startedAt ??= startedAt
        await context.wait(sync.durationMs - (startedAt - sync.startedAt))
        sync.completed = true
      }
      account.lastSyncAt = context.now()
      const durationMs = account.lastSyncAt - startedAt
      const { conversations, messages } = totals(context, account)
      return {
        status: 200,
        body: {
          success: true,
          accountId: account.id,
          conversationsProcessed: conversations,
          messagesProcessed: messages,
          durationMs,
          durationSeconds: (durationMs / 1000).toFixed(2),
        },
      }
    },
  },
  {
    method: 'GET',
    path: '/conversations/sync/status',
    query: { accountId: optional(text) },
    handle(call, context) {
      const accounts = call.account ? [call.account] : call.accounts
      return { status: 200, body: { success: true, accounts: accounts.map((a) => stateOf(context, a)) } }
    },
  },
  {
    method: 'POST',
    path: '/conversations/refresh',
    body: { accountId, conversationUrn: required(text) },
    handle(call) {
      const { id } = accountOf(call)
      const { urn } = conversationOf(call)
      return {
        status: 200,
        body: { success: true, message: 'Refresh started', conversationUrn: urn, accountId: id },
      }
    },
  },
]
