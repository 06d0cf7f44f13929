import { accountId, bool, optional, profileUrns, required, text } from '../server/fields'
import { accountOf, type Call, conversationOf, needsLinkedIn, Refusal, type Route } from '../server/route'
import { missingRecipient } from '../server/violate'
import type { Account } from '../world/types'
import { deliver, threadWith } from './deliver'

function seatOf(call: Call): Account {
  const account = accountOf(call)
  needsLinkedIn(account)
  if (!account.salesNavigator) throw new Refusal(400, 'Sales Navigator is not available for this account')
  return account
}

function firstRecipient(call: Call): string {
  const { recipients } = call.body
  if (!Array.isArray(recipients)) throw missingRecipient()
  return String(recipients[0]).replace('urn:li:fsd_profile:', '')
}

/** Contract 3.3 and 3.4. */
export const salesNavRoutes: Route[] = [
  {
    method: 'POST',
    path: '/sales-nav/send',
    channel: 'salesNav',
    body: {
      accountId,
      threadId: optional(text),
      recipients: optional(profileUrns),
      body: required(text),
      copyToCrm: optional(bool),
    },
    handle(call, context) {
      const account = seatOf(call)
      const conversation = call.conversation ?? threadWith(context, account, firstRecipient(call), 'salesNav')
      const sent = deliver(call, context, conversation, String(call.body.body))
      const { echo } = context.wire('send', call.id)
      const ids = { full: sent.key, messageId: sent.key, opaqueId: `msg_${sent.sentAt}` }
      const messageId = echo in ids ? { messageId: ids[echo as keyof typeof ids] } : {}
      return {
        status: 200,
        body: {
          success: true,
          message: 'Message sent successfully',
          threadId: conversation.key,
          ...messageId,
          accountId: account.id,
        },
      }
    },
  },
  {
    method: 'POST',
    path: '/sales-nav/mark-read',
    channel: 'salesNav',
    body: { accountId, threadId: required(text) },
    handle(call) {
      const account = seatOf(call)
      const conversation = conversationOf(call)
      conversation.unreadCount = 0
      return { status: 200, body: { success: true, threadId: conversation.key, accountId: account.id } }
    },
  },
]
