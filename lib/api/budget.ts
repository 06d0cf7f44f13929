import { isOver } from '../domain/isOver.ts'
import type { Lane } from '../domain/lane.ts'
import { ApiError } from './ApiError.ts'

/** What outlives the worker. Times are local ms. */
export interface BudgetState {
  /** When requests of the last minute were made, marks aside; oldest first. */
  times: number[]
  /** The same of marks. */
  marks: number[]
  /** Until when the API's headers say that nothing is left but for sends; 0 for no such time. */
  heldUntil: number
}

/** What an answer's headers say about the requests left; `resetAt` in local ms. */
export interface ObservedRate {
  limit: number | null
  remaining: number | null
  resetAt: number | null
}

/** The requests one key may make in a minute, over all accounts. */
export interface Budget {
  /**
   * Takes a place for one request.
   * @throws ApiError `budget` with `retryAt` = when a place frees
   */
  take(lane: Lane): Promise<void>
  /** Learns from an answer's rate headers. */
  observe(rate: ObservedRate): void
  /** When a place frees in a lane, local ms; 0 for now. */
  freeAt(lane: Lane): Promise<number>
}

interface BudgetDeps {
  load(): Promise<Partial<BudgetState> | null>
  save(state: BudgetState): Promise<void>
  /** Local ms. */
  now(): number
}

/** A minute, and what requests may take longer than others on their way: the API counts when they arrive. */
const WINDOW = 61_000
/**
 * Up to where each lane may fill the minute: 60 are documented (contract 6), ten are kept for sends, ten more for what the
 * user waits for. Marks leave six to the polls, and so does a first import, which leaves some to marks as well.
 */
const PLACES: Readonly<Record<Lane, number>> = { import: 24, mark: 34, background: 40, waiting: 50, send: 60 }
/** Background work alone keeps to this many: only marks, which the user made, push it further. */
const BACKGROUND_ALONE = 30
const KEPT_FOR_SENDS = PLACES.send - PLACES.waiting
/** An observed limit holds no longer than this, ms: then it is worth a look whether it is still so. */
const LONGEST_HOLD = 15 * 60_000

/**
 * Makes the request budget: a sliding window over the last minute, and the hold that the API's own count asks for (others
 * may use the same key). Both are saved at each change, so that they outlive the worker, and a request leaves when its
 * place is saved. A failing storage does not stop requests: all is then kept in memory alone.
 */
export function createBudget({ load, save, now }: BudgetDeps): Budget {
  let state: BudgetState = { times: [], marks: [], heldUntil: 0 }
  let loading: Promise<void> | undefined

  function loaded(): Promise<void> {
    loading ??= load()
      .catch(() => null)
      .then((stored) => {
        state = stateIn(stored)
      })
    return loading
  }

  /**
   * Moves the window on to the moment `at`.
   * @returns whether it lay ahead of a clock that was put back; unless saved, each restart would find it too new again
   */
  function moveTo(at: number): boolean {
    const ahead = [...state.times, ...state.marks].some((time) => time > at)
    // When a request ahead of the clock was made nobody knows: not later than now.
    const lately = (times: readonly number[]) =>
      times.map((time) => Math.min(time, at)).filter((time) => time > at - WINDOW)
    state = {
      times: lately(state.times),
      marks: lately(state.marks),
      heldUntil: isOver(state.heldUntil, at, LONGEST_HOLD) ? 0 : state.heldUntil,
    }
    return ahead
  }

  // See above.
  const keep = () =>
    save({ ...state, times: [...state.times], marks: [...state.marks] }).catch(() => undefined)

  return {
    async take(lane) {
      await loaded()
      // Nothing is awaited until the place is taken.
      const at = now()
      const ahead = moveTo(at)
      const retryAt = placeFreeAt(state, lane)
      const isFree = retryAt <= at
      if (isFree) (lane === 'mark' ? state.marks : state.times).push(at)
      if (isFree || ahead) await keep()
      if (!isFree) throw new ApiError({ kind: 'budget', retryAt, notDelivered: true })
    },
    observe({ limit, remaining, resetAt }) {
      if (remaining === null) return
      const kept = Math.min(
        KEPT_FOR_SENDS,
        Math.floor(((limit ?? PLACES.send) * KEPT_FOR_SENDS) / PLACES.send),
      )
      const short = remaining <= kept && resetAt !== null
      const heldUntil = short ? Math.min(resetAt, now() + LONGEST_HOLD) : 0
      void loaded().then(() => {
        const ahead = moveTo(now())
        const isNews = state.heldUntil !== heldUntil
        state.heldUntil = heldUntil
        if (isNews || ahead) void keep()
      })
    },
    async freeAt(lane) {
      await loaded()
      if (moveTo(now())) await keep()
      return placeFreeAt(state, lane)
    },
  }
}

/** When one of the lane's places is free: 0 for now. */
function placeFreeAt({ times, marks, heldUntil }: BudgetState, lane: Lane): number {
  const all = [...times, ...marks].sort((a, b) => a - b)
  return Math.max(
    belowAt(all, PLACES[lane]),
    lane === 'background' ? belowAt(times, BACKGROUND_ALONE) : 0,
    lane === 'send' ? 0 : heldUntil,
  )
}

/** When fewer than `bound` of these times lie in the window: 0 for now. */
function belowAt(times: readonly number[], bound: number): number {
  const blocking = times[times.length - bound]
  return blocking === undefined ? 0 : blocking + WINDOW
}

function stateIn(stored: Partial<BudgetState> | null): BudgetState {
  const heldUntil: unknown = stored?.heldUntil
  return {
    times: timesIn(stored?.times),
    marks: timesIn(stored?.marks),
    heldUntil: isTime(heldUntil) ? heldUntil : 0,
  }
}

function timesIn(stored: unknown): number[] {
  return Array.isArray(stored) ? stored.filter(isTime).sort((a, b) => a - b) : []
}

function isTime(value: unknown): value is number {
  return Number.isFinite(value)
}
