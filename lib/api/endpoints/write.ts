import type { Answer, CallOptions } from '../Api.ts'
import type { Call } from '../http/Call.ts'
import type { Room } from './Room.ts'

/**
 * A write whose answer says nothing beyond having worked: anything but `success: false`, or no body at all.
 * @throws ApiError
 */
export async function write(
  { request }: Room,
  call: Omit<Call<unknown>, 'effect' | 'read'>,
  options: CallOptions,
): Promise<Answer> {
  const { serverNow } = await request({ ...call, effect: 'write', read: () => ({}) }, options)
  return { serverNow, rejected: 0 }
}
