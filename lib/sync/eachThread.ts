import { ApiError } from '../api/ApiError.ts'
import type { Conversation } from '../domain/conversation.ts'

const OF_ONE_THREAD = ['notFound', 'refused', 'server', 'badResponse', 'timeout']
/** One thread may hang; when another does too, it is the API. */
const TIMEOUTS_BORNE = 1

/**
 * Works through threads in their order; what fails for one thread only is left and the next one goes on.
 * @param atOnce how many are worked on side by side
 * @throws ApiError where the next thread would fail the same way, once those that were begun have ended
 */
export async function eachThread(
  threads: readonly Conversation[],
  work: (conversation: Conversation) => Promise<void>,
  atOnce = 1,
): Promise<void> {
  const left = threads.values()
  let timeouts = 0
  let ended: { by: unknown } | null = null
  const lane = async () => {
    for (let next = left.next(); !next.done && !ended; next = left.next()) {
      try {
        await work(next.value)
      } catch (error) {
        const isOne = error instanceof ApiError && isOfOneThread(error)
        const isBorne = isOne && !(error.kind === 'timeout' && ++timeouts > TIMEOUTS_BORNE)
        if (!isBorne) ended ??= { by: error }
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  if (ended) throw (ended as { by: unknown }).by
}

/** True for a failure that says nothing about the account's other threads. */
export function isOfOneThread(error: ApiError): boolean {
  return OF_ONE_THREAD.includes(error.kind)
}
