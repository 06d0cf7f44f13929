import { latestBelieved } from '../../domain/latestBelieved.ts'
import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readMessagesPage } from '../wire/messagesPage.ts'
import { orderMessages } from '../wire/orderMessages.ts'
import type { Room } from './Room.ts'
import { readTwice } from './readTwice.ts'
import { wholePage } from './wholePage.ts'

const ROUTE = '/conversations/:conversationUrn/messages'

/**
 * `GET /conversations/:conversationUrn/messages`: a page of a thread, of either channel (contract 2.2). `since` in
 * ms; `sync` is always said, because its default waits for LinkedIn (8.4). Rows without time are quarantined.
 * @throws ApiError
 */
export function listMessages({ request, reject, now }: Room): Api['listMessages'] {
  return async ({ accountId, conversationUrn, count, cursor, since, sync }, options) => {
    const ask = (rows: number) =>
      request(
        {
          method: 'GET',
          route: ROUTE,
          params: { conversationUrn },
          query: { accountId, count: rows, cursor, since, sync },
          accountId,
          deadlineMs: sync ? DEADLINES.syncedRead : DEADLINES.read,
          effect: 'read',
          read: (value, reply) => readMessagesPage(value, latestBelieved(reply.serverNow, now())),
        },
        options,
      )
    const { content, serverNow } = await readTwice(
      () => wholePage(count, ask),
      (page) => page.hasMore === true && page.cursor === null,
      (first, second) => ({
        ...(first.cursor === null ? second : first),
        messages: orderMessages([...first.messages, ...second.messages]),
      }),
    )
    const { reasons, ...page } = content
    return { ...page, serverNow, rejected: reject(reasons, accountId, ROUTE) }
  }
}
