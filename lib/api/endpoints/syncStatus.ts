import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readSyncState } from '../wire/syncState.ts'
import type { Room } from './Room.ts'

/**
 * `GET /conversations/sync/status`: how far the API itself has read an account (contract 2.12).
 * @throws ApiError
 */
export function syncStatus({ request }: Room): Api['syncStatus'] {
  return async ({ accountId }, options) => {
    const { content, serverNow } = await request(
      {
        method: 'GET',
        route: '/conversations/sync/status',
        query: { accountId },
        accountId,
        deadlineMs: DEADLINES.read,
        effect: 'read',
        read: (value) => readSyncState(value, accountId),
      },
      options,
    )
    return { ...content, serverNow, rejected: 0 }
  }
}
