import type { DialectName, Wire } from './wire/dialect'
import type { WorldOptions } from './world/makeWorld'

/** How the 429 answer and the rate headers spell their times (contract 6 and 8.15). */
export type RateSpelling = 'iso' | 'seconds' | 'retry-after'

export interface RateLimitOptions {
  /** Calls in any 60 seconds. Default 60. */
  perMinute?: number
  /** Calls in any 10 seconds. Default 100. */
  burst?: number
  /** Default `iso`; `retry-after` sends no X-RateLimit headers with the 429. */
  spelling?: RateSpelling
}

export interface SandboxOptions extends WorldOptions {
  /** 0, the default, takes any free port. */
  port?: number
  /** The key of the sandbox's own workspace. */
  key?: string
  dialect?: DialectName
  /** Pins single choices of the dialect, e.g. `{ sentAt: 'zero' }`. */
  wire?: Partial<Wire>
  rateLimit?: false | RateLimitOptions
  /** `since` gives messages of that very millisecond too (contract 2.2 leaves it open). */
  sinceInclusive?: boolean
  /** The server gives at most so many rows, whatever `count` asks for (contract 7.5). */
  pageCap?: number
  /** Where Sales Navigator's threads come in the list (contract 2.1 leaves it open). Default `byTime`. */
  listOrder?: 'byTime' | 'inboxFirst'
  /** Whether answers tell the server's clock. Default true. */
  dateHeader?: boolean
  /** How long a read with sync=true waits for LinkedIn. Default 0. */
  syncDelayMs?: number
  /** Server time (ms). Default: `now` of the world plus the real time that passed since. */
  clock?: () => number
}

/** A constant that could never be mistaken for a real key. */
export const SANDBOX_KEY = 'sandbox-key-not-secret-0001'

/** The workspace behind the sandbox's own key. */
export const OWN_WORKSPACE = 'own'
