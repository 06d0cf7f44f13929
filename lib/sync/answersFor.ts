import { CONVERSATIONS_ROUTE } from '../api/endpoints/conversationsCall.ts'
import type { Call, RawAnswer, Reply } from '../api/http/Call.ts'
import { type Answers, POLLED_ROWS } from './glance.ts'

type AnyCall = Omit<Call<unknown>, 'read'>

/** The answers that a glance has asked for: the poll after it takes them, each once, rather than ask again. */
export function answersFor() {
  let answers: Map<string, Promise<Reply<RawAnswer>>> = new Map()
  return {
    /** The answer to a call, where there is one. */
    take({ route, query, accountId }: AnyCall): Promise<Reply<RawAnswer>> | undefined {
      const isTop =
        route === CONVERSATIONS_ROUTE && query?.nextCursor === undefined && query?.count === POLLED_ROWS
      const answer = isTop && accountId !== null ? answers.get(accountId) : undefined
      if (answer && accountId !== null) answers.delete(accountId)
      return answer
    },
    /** Runs a poll with them; what it leaves is old by its end. */
    async during(given: Answers, poll: () => Promise<void>): Promise<void> {
      answers = new Map(given)
      try {
        await poll()
      } finally {
        answers = new Map()
      }
    },
  }
}
