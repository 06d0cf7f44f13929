import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import type { Room } from './Room.ts'
import { write } from './write.ts'

/**
 * `POST /sales-nav/mark-read`: marks a Sales Navigator thread read (contract 3.4).
 * @throws ApiError
 */
export function markSalesNavRead(room: Room): Api['markSalesNavRead'] {
  return ({ accountId, threadId }, options) =>
    write(
      room,
      {
        method: 'POST',
        route: '/sales-nav/mark-read',
        body: { accountId, threadId },
        accountId,
        deadlineMs: DEADLINES.mark,
      },
      options,
    )
}
