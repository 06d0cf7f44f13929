import type { Call } from '../../../../lib/api/http/Call.ts'

/** A read of a conversation's messages, or what `change` makes of it. */
export function makeCall(change: Partial<Call<unknown>> = {}): Call<unknown> {
  return {
    method: 'GET',
    route: '/conversations/:urn/messages',
    params: { urn: 'urn:li:msg_conversation:(urn:li:fsd_profile:ACoAAB1x,2-M2Yy=)' },
    query: { accountId: 'a1', cursor: 'linkedin:xq+S2/=&', since: undefined },
    accountId: 'a1',
    deadlineMs: 10_000,
    effect: 'read',
    read: (value) => value,
    ...change,
  }
}
