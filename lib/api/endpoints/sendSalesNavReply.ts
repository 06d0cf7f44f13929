import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readSendAnswer } from '../wire/sentMessage.ts'
import type { Room } from './Room.ts'

/**
 * `POST /sales-nav/send`: a reply into a Sales Navigator thread; the text is called `body` here (contract 3.3).
 * @throws ApiError; only `notDelivered` makes a repetition safe
 */
export function sendSalesNavReply({ request, now }: Room): Api['sendSalesNavReply'] {
  return async ({ accountId, threadId, body }, options) => {
    const { content, serverNow } = await request(
      {
        method: 'POST',
        route: '/sales-nav/send',
        body: { accountId, threadId, body },
        accountId,
        deadlineMs: DEADLINES.send,
        effect: 'write',
        read: (value, reply) =>
          readSendAnswer(value, { text: body, conversationUrn: null, at: reply.serverNow ?? now() }),
      },
      options,
    )
    return { ...content, serverNow, rejected: 0 }
  }
}
