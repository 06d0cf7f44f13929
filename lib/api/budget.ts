import { isOver } from '../domain/isOver.ts'
import type { Lane } from '../domain/lane.ts'
import { ApiError } from './ApiError.ts'

/** What outlives the worker. Times are local ms. */
export interface BudgetState {
  /** When requests of the last minute were made, oldest first. */
  times: number[]
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

const WINDOW = 60_000
/**
 * Up to where each lane may fill the minute: 60 are documented (contract 6), ten are kept for sends, and a first import
 * leaves six to the polls, which look for news meanwhile.
 */
const PLACES: Readonly<Record<Lane, number>> = { import: 24, background: 30, waiting: 50, send: 60 }
const KEPT_FOR_SENDS = PLACES.send - PLACES.waiting
/** An observed limit holds no longer than this, ms: then it is worth a look whether it is still so. */
const LONGEST_HOLD = 15 * 60_000

/**
 * Makes the request budget: a sliding window over the last 60 s, and the hold that the API's own count asks for (others
 * may use the same key). Both are saved at each change, so that they outlive the worker. Takes stand in line, so that
 * two at once never share a place. A failing storage does not stop requests: all is then kept in memory alone.
 */
export function createBudget({ load, save, now }: BudgetDeps): Budget {
  let state: BudgetState | null = null
  let line: Promise<unknown> = Promise.resolve()

  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(work)
    line = turn.catch(() => undefined)
    return turn
  }

  /** What holds at the moment `at`; it is saved where the clock was put back, or each restart would find it too new again. */
  async function current(at: number): Promise<BudgetState> {
    const known: BudgetState = state ?? stateIn(await load().catch(() => null))
    const ahead = known.times.some((time) => time > at)
    state = {
      // When a request was made that lies ahead of a clock that was put back, nobody knows: not later than now.
      times: known.times.map((time) => Math.min(time, at)).filter((time) => time > at - WINDOW),
      heldUntil: isOver(known.heldUntil, at, LONGEST_HOLD) ? 0 : known.heldUntil,
    }
    if (ahead) await keep(state)
    return state
  }

  // See above.
  const keep = (next: BudgetState) => save(structuredClone(next)).catch(() => undefined)

  return {
    take: (lane) =>
      inLine(async () => {
        const at = now()
        const held = await current(at)
        const retryAt = placeFreeAt(held, lane)
        if (retryAt > at) throw new ApiError({ kind: 'budget', retryAt, notDelivered: true })
        held.times.push(at)
        await keep(held)
      }),
    observe({ limit, remaining, resetAt }) {
      if (remaining === null) return
      const kept = Math.min(
        KEPT_FOR_SENDS,
        Math.floor(((limit ?? PLACES.send) * KEPT_FOR_SENDS) / PLACES.send),
      )
      const short = remaining <= kept && resetAt !== null
      const heldUntil = short ? Math.min(resetAt, now() + LONGEST_HOLD) : 0
      void inLine(async () => {
        const held = await current(now())
        if (held.heldUntil === heldUntil) return
        held.heldUntil = heldUntil
        await keep(held)
      })
    },
    freeAt: (lane) => inLine(async () => placeFreeAt(await current(now()), lane)),
  }
}

/** When one of the lane's places is free: 0 for now. */
function placeFreeAt({ times, heldUntil }: BudgetState, lane: Lane): number {
  const blocking = times[times.length - PLACES[lane]]
  return Math.max(blocking === undefined ? 0 : blocking + WINDOW, lane === 'send' ? 0 : heldUntil)
}

function stateIn(stored: Partial<BudgetState> | null): BudgetState {
  const times: unknown = stored?.times
  const heldUntil: unknown = stored?.heldUntil
  return {
    times: Array.isArray(times) ? times.filter(isTime).sort((a, b) => a - b) : [],
    heldUntil: isTime(heldUntil) ? heldUntil : 0,
  }
}

function isTime(value: unknown): value is number {
  return Number.isFinite(value)
}
