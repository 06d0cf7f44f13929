import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import type { Room } from './Room.ts'
import { write } from './write.ts'

/**
 * `PATCH /conversations/:conversationUrn/star`, `…/unstar`, `…/mark-unread`: no body and no account, which the API
 * takes from the conversation (contract 2.6).
 * @throws ApiError
 */
export function patchConversation(room: Room): Api['patchConversation'] {
  return ({ accountId, conversationUrn, change }, options) =>
    write(
      room,
      {
        method: 'PATCH',
        route: `/conversations/:conversationUrn/${change}`,
        params: { conversationUrn },
        accountId,
        deadlineMs: DEADLINES.mark,
      },
      options,
    )
}
