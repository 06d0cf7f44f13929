import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readSendAnswer } from '../wire/sentMessage.ts'
import { attachmentsOf } from './attachmentsOf.ts'
import type { Room } from './Room.ts'

/**
 * `POST /conversations/send` to somebody there is no thread with: by their URN, which the API prefers, or by slug
 * (contract 2.3). LinkedIn counts these messages. The channel is pinned, as for replies.
 * @throws ApiError; only `notDelivered` makes a repetition safe
 */
export function sendFirst({ request, now }: Room): Api['sendFirst'] {
  return async ({ accountId, to, message, files = [] }, options) => {
    const { content, serverNow } = await request(
      {
        method: 'POST',
        route: '/conversations/send',
        body: {
          accountId,
          ...(to.profileUrn ? { recipientProfileUrn: to.profileUrn } : { recipientProfileId: to.profile }),
          message,
          messagingChannel: 'linkedin_inbox',
          ...attachmentsOf(files),
        },
        accountId,
        deadlineMs: DEADLINES.send,
        effect: 'write',
        read: (value, reply) =>
          readSendAnswer(value, { text: message, conversationUrn: null, at: reply.serverNow ?? now() }),
      },
      options,
    )
    return { ...content, serverNow, rejected: 0 }
  }
}
