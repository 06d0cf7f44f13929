import { ApiError } from '../api/ApiError.ts'
import type { Conversation } from '../domain/conversation.ts'

const OF_ONE_THREAD = ['notFound', 'refused', 'server', 'badResponse', 'timeout']
/** One thread may hang; when another does too, it is the API. */
const TIMEOUTS_BORNE = 1

/**
 * Works through threads one after the other; what fails for one thread only is left and the next one goes on.
 * @returns true when none failed
 * @throws ApiError where the next thread would fail the same way
 */
export async function eachThread(
  threads: readonly Conversation[],
  work: (conversation: Conversation) => Promise<void>,
): Promise<boolean> {
  let failed = 0
  let timeouts = 0
  for (const conversation of threads) {
    try {
      await work(conversation)
    } catch (error) {
      if (!(error instanceof ApiError) || !isOfOneThread(error)) throw error
      if (error.kind === 'timeout' && ++timeouts > TIMEOUTS_BORNE) throw error
      failed++
    }
  }
  return failed === 0
}

/** True for a failure that says nothing about the account's other threads. */
export function isOfOneThread(error: ApiError): boolean {
  return OF_ONE_THREAD.includes(error.kind)
}
