import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import type { Room } from './Room.ts'
import { write } from './write.ts'

/**
 * `POST /conversations/sync`: makes the API read an account's LinkedIn inbox whole, and waits for it
 * (contract 2.12). A timeout does not mean that it stopped: `syncStatus` tells.
 * @throws ApiError
 */
export function startFullSync(room: Room): Api['startFullSync'] {
  return ({ accountId }, options) =>
    write(
      room,
      {
        method: 'POST',
        route: '/conversations/sync',
        body: { accountId },
        accountId,
        deadlineMs: DEADLINES.fullSync,
      },
      options,
    )
}
