import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readSendAnswer } from '../wire/sentMessage.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import type { Room } from './Room.ts'

/**
 * `POST /conversations/send`: a reply into a thread of the normal inbox (contract 2.3). The channel is pinned:
 * left to itself the API sends for Sales Navigator accounts through Sales Navigator.
 * @throws ApiError; only `notDelivered` makes a repetition safe
 */
export function sendReply({ request, now }: Room): Api['sendReply'] {
  return async ({ accountId, conversationUrn, message, files = [] }, options) => {
    const { content, serverNow } = await request(
      {
        method: 'POST',
        route: '/conversations/send',
        body: {
          accountId,
          conversationUrn,
          message,
          messagingChannel: 'linkedin_inbox',
          ...attachmentsOf(files),
        },
        accountId,
        deadlineMs: DEADLINES.send,
        effect: 'write',
        read: (value, reply) =>
          readSendAnswer(value, { text: message, conversationUrn, at: reply.serverNow ?? now() }),
      },
      options,
    )
    return { ...content, serverNow, rejected: 0 }
  }
}
