import type { Api, ConversationsAnswer } from '../Api.ts'
import { newestOfEach, readConversationsPage } from '../wire/conversationsPage.ts'
import { CONVERSATIONS_ROUTE, conversationsCall } from './conversationsCall.ts'
import type { Room } from './Room.ts'
import { readTwice } from './readTwice.ts'
import { wholePage } from './wholePage.ts'

/**
 * `GET /conversations`: a page of an account's conversations, Sales Navigator's among them (contract 2.1). Rows
 * without a thread key are quarantined.
 * @throws ApiError
 */
export function listConversations({ request, reject }: Room): Api['listConversations'] {
  return async ({ accountId, count, cursor, ground = 0 }, options) => {
    const ask = (rows: number) =>
      request({ ...conversationsCall(accountId, rows, cursor), read: readConversationsPage }, options)
    const { content, serverNow } = await readTwice(
      () => wholePage(count, ask),
      (page) => page.hasMore === true && page.nextCursor === null && !reaches(page, ground),
      (first, second) => ({
        ...(first.nextCursor === null ? second : first),
        conversations: newestOfEach([...first.conversations, ...second.conversations]),
      }),
    )
    const { reasons, ...page } = content
    return { ...page, serverNow, rejected: reject(reasons, accountId, CONVERSATIONS_ROUTE) }
  }
}

function reaches({ conversations }: Pick<ConversationsAnswer, 'conversations'>, ground: number): boolean {
  return conversations.some(({ lastActivityAt }) => lastActivityAt !== null && lastActivityAt < ground)
}
