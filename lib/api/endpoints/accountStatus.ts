import type { Api } from '../Api.ts'
import { DEADLINES } from '../deadlines.ts'
import { readAccountStatus } from '../wire/account.ts'
import type { Room } from './Room.ts'

/**
 * `GET /account/:accountId/status`: whether an account can be used (contract 1.2). The form with the id in its path
 * cannot fall back to another account. Limited to 10 a minute and account.
 * @throws ApiError
 */
export function accountStatus({ request }: Room): Api['accountStatus'] {
  return async ({ accountId }, options) => {
    const { content, serverNow } = await request(
      {
        method: 'GET',
        route: '/account/:accountId/status',
        params: { accountId },
        accountId,
        deadlineMs: DEADLINES.accountStatus,
        effect: 'read',
        read: readAccountStatus,
      },
      options,
    )
    return { ...content, serverNow, rejected: 0 }
  }
}
