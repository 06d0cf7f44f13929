import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import type { Room } from './Room.ts'
import { write } from './write.ts'

/**
 * `POST /messaging/mark-seen`: tells LinkedIn, and so the other person, that a thread of the normal inbox was read
 * (contract 2.7). It is to move elsewhere (8.24): `notFound` may mean that it is gone.
 * @throws ApiError
 */
export function markSeen(room: Room): Api['markSeen'] {
  return ({ accountId, conversationUrn }, options) =>
    write(
      room,
      {
        method: 'POST',
        route: '/messaging/mark-seen',
        body: { accountId, conversationUrn },
        accountId,
        deadlineMs: DEADLINES.mark,
      },
      options,
    )
}
