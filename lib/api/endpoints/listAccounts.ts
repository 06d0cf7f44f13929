import type { Api, CallOptions } from '../Api.ts'
import { ApiError } from '../ApiError.ts'
import { DEADLINES } from '../deadlines.ts'
import { readAccounts } from '../wire/account.ts'
import type { Room } from './Room.ts'

const LIST = '/accounts'

/**
 * `GET /accounts`: every LinkedIn account the key reaches (contract 1.1). Where the API has no such list, the one
 * account of `GET /account/status` (8.17).
 * @throws ApiError
 */
export function listAccounts({ request, reject }: Room): Api['listAccounts'] {
  async function ask(route: string, options: CallOptions) {
    const reply = await request(
      {
        method: 'GET',
        route,
        accountId: null,
        deadlineMs: DEADLINES.accounts,
        effect: 'read',
        read: readAccounts,
      },
      options,
    )
    const { items, reasons } = reply.content
    const rejected = reject(reasons, null, route)
    const isWhole = rejected === 0 && route === LIST
    return { accounts: items, isWhole, serverNow: reply.serverNow, rejected }
  }

  return async (options) => {
    try {
      return await ask(LIST, options)
    } catch (error) {
      if (!(error instanceof ApiError && error.kind === 'notFound')) throw error
      return ask('/account/status', options)
    }
  }
}
