import { isFullError } from '../domain/storageTrouble.ts'

/** How long (ms) what could not go out for want of room waits, unless something asks for it. */
const REST_MS = 30_000

interface Draining {
  drain(): Promise<void>
  /** The next local time (ms) at which something is due, or null. */
  nextDue(): Promise<number | null>
}

/**
 * On a full disk a row cannot even note when it is to be tried again, and would be due at once, for ever: so it is
 * remembered here. No harm is done where that is forgotten with the worker.
 */
export function restWhenFull({ drain, nextDue }: Draining, now: () => number): Draining {
  let restUntil = 0
  return {
    async drain() {
      try {
        await drain()
      } catch (error) {
        if (isFullError(error)) restUntil = now() + REST_MS
        throw error
      }
    },
    async nextDue() {
      const due = await nextDue()
      return due === null ? null : Math.max(due, restUntil)
    },
  }
}
