import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readExists } from '../wire/exists.ts'
import type { Room } from './Room.ts'

/**
 * `GET /conversations/exists/:profileId`: the conversation with somebody, if there is one (contract 2.11). Costs one
 * look on LinkedIn.
 * @throws ApiError `notFound` where there is no such profile
 */
export function conversationExists({ request }: Room): Api['conversationExists'] {
  return async ({ accountId, profile }, options) => {
    const { content, serverNow } = await request(
      {
        method: 'GET',
        route: '/conversations/exists/:profileId',
        params: { profileId: profile },
        query: { accountId },
        accountId,
        deadlineMs: DEADLINES.read,
        effect: 'read',
        read: readExists,
      },
      options,
    )
    return { ...content, serverNow, rejected: 0 }
  }
}
