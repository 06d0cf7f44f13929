import { accountId, required, text } from '../server/fields'
import { accountOf, conversationOf, needsLinkedIn, type Route } from '../server/route'
import type { Conversation } from '../world/types'

function patch(word: string, apply: (conversation: Conversation) => void): Route {
  return {
    method: 'PATCH',
    path: `/conversations/:urn/${word}`,
    handle(call, { world }) {
      const conversation = conversationOf(call)
      needsLinkedIn(world.ownerOf(conversation))
      apply(conversation)
      return { status: 200, body: { success: true, conversationUrn: conversation.urn } }
    },
  }
}

/** Contract 2.6 (no body, no accountId) and 2.7. */
export const markRoutes: Route[] = [
  patch('star', (c) => {
    c.starred = true
  }),
  patch('unstar', (c) => {
    c.starred = false
  }),
  patch('mark-unread', (c) => {
    c.unreadCount = 1
  }),
  {
    method: 'POST',
    path: '/messaging/mark-seen',
    channel: 'inbox',
    body: { accountId, conversationUrn: required(text) },
    handle(call) {
      const account = accountOf(call)
      const conversation = conversationOf(call)
      needsLinkedIn(account)
      conversation.unreadCount = 0
      const message = 'Conversation marked as seen successfully'
      return {
        status: 200,
        body: { success: true, accountId: account.id, conversationUrn: conversation.urn, message },
      }
    },
  },
  {
    method: 'POST',
    path: '/messaging/mark-all-read',
    body: { accountId },
    handle(call, { world }) {
      const account = accountOf(call)
      needsLinkedIn(account)
      for (const conversation of world.conversations(account.id)) conversation.unreadCount = 0
      const message = 'All messages marked as read successfully'
      return { status: 200, body: { success: true, accountId: account.id, message } }
    },
  },
]
