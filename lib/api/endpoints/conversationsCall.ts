import { DEADLINES } from '../deadlines.ts'
import type { Call } from '../http/Call.ts'

export const CONVERSATIONS_ROUTE = '/conversations'

/** The call for a page of an account's list (contract 2.1), but for what is made of its answer. */
export function conversationsCall(
  accountId: string,
  count: number,
  cursor?: string,
): Omit<Call<unknown>, 'read'> {
  return {
    method: 'GET',
    route: CONVERSATIONS_ROUTE,
    query: { accountId, count, nextCursor: cursor },
    accountId,
    deadlineMs: DEADLINES.read,
    effect: 'read',
  }
}
