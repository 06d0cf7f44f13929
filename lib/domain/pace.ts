/** Whether the user is at the computer, as the browser tells it. */
export type UserState = 'active' | 'idle' | 'locked'

/** What decides when to poll next. */
export interface PaceInput {
  pollSeconds: number
  /** A first import is not finished. */
  importing: boolean
  user: UserState
  /** A page shows a conversation right now. */
  visible: boolean
  /** How long (ms) nobody can be asked anyway: what is left of a pause, or of the request budget. */
  pause: number
  /** A number in [0, 1) that spreads polls, so that many users do not ask in step. */
  chance: number
}

const SHORTEST_MS = 30_000
const LONGEST_MS = 60 * 60_000
const JITTER = 0.1
/** Who looks at a conversation sees its list move at least this often. */
const VISIBLE_MS = 60_000
/** Nobody is there to be told: polls come so many times more rarely… */
const SLOWER: Readonly<Record<UserState, number>> = { active: 1, idle: 3, locked: 5 }
/** …but being away never makes the wait longer than this. */
const SLOWEST_MS = 15 * 60_000

/**
 * How long to wait (ms) until the next poll: the user's setting ±10 %, slower while nobody is there, and not before a
 * pause is over; never under 30 s nor over an hour. An import goes on at once, whoever is there.
 */
export function pace(input: PaceInput): number {
  const { importing, pause, chance } = input
  const wanted = importing ? SHORTEST_MS : wantedMs(input) * (1 + JITTER * (2 * chance - 1))
  return Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, wanted, pause)))
}

function wantedMs({ pollSeconds, user, visible }: PaceInput): number {
  const chosen = Number.isFinite(pollSeconds) ? pollSeconds * 1000 : 60_000
  // On a locked screen nothing is visible, whatever the page believes.
  if (visible && user !== 'locked') return Math.min(chosen, VISIBLE_MS)
  return Math.max(chosen, Math.min(SLOWEST_MS, chosen * SLOWER[user]))
}
