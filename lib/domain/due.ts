import type { Intent } from './intent.ts'
import { isOver } from './isOver.ts'

/** An intent with this `nextAttemptAt` waits for the user. */
export const NEVER = Number.MAX_SAFE_INTEGER

const LONGEST_UNDO_MS = 60_000
const LONGEST_WAIT_MS = 15 * 60_000
const LONGEST_PAUSE_MS = 24 * 3_600_000

type Waiting = Pick<Intent, 'state' | 'nextAttemptAt' | 'error'>

/** Whether it is time (local ms) to work on an intent. A wait begun before the clock was put back holds nothing up. */
export function isDue(intent: Waiting, now: number): boolean {
  return intent.nextAttemptAt !== NEVER && isOver(intent.nextAttemptAt, now, longestWait(intent))
}

function longestWait({ state, error }: Waiting): number {
  if (state === 'held') return LONGEST_UNDO_MS
  return error?.kind === 'rateLimited' ? LONGEST_PAUSE_MS : LONGEST_WAIT_MS
}
