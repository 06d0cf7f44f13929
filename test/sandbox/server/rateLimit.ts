import type { RateLimitOptions, RateSpelling } from '../options'

const MINUTE = 60_000
const BURST = 10_000

export interface RateVerdict {
  allowed: boolean
  headers: Record<string, string>
}

/** Reset and wait headers in one of the spellings of contract 6 and 8.15. */
export function rateHeaders(
  limit: number,
  remaining: number,
  resetAt: number,
  now: number,
  spelling: RateSpelling,
  refused: boolean,
): Record<string, string> {
  const wait: Record<string, string> = refused
    ? { 'Retry-After': String(Math.max(1, Math.ceil((resetAt - now) / 1000))) }
    : {}
  if (spelling === 'retry-after' && refused) return wait
  const reset = spelling === 'seconds' ? String(Math.ceil(resetAt / 1000)) : new Date(resetAt).toISOString()
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': reset,
    ...(spelling === 'seconds' ? {} : wait),
  }
}

/** Two sliding windows over all calls with the key: per minute and per ten seconds (contract 6). */
export class RateLimit {
  #calls: number[] = []

  constructor(private readonly options: false | RateLimitOptions) {}

  take(now: number, spelling: RateSpelling): RateVerdict {
    if (this.options === false) return { allowed: true, headers: {} }
    const { perMinute = 60, burst = 100 } = this.options
    this.#calls = this.#calls.filter((at) => at > now - MINUTE)
    const recent = this.#calls.filter((at) => at > now - BURST)
    const full =
      recent.length >= burst ? { calls: recent, span: BURST } : { calls: this.#calls, span: MINUTE }
    const refused = recent.length >= burst || this.#calls.length >= perMinute
    if (!refused) this.#calls.push(now)
    const resetAt = (full.calls[0] ?? now) + full.span
    const left = refused
      ? 0
      : Math.max(0, Math.min(perMinute - this.#calls.length, burst - recent.length - 1))
    return { allowed: !refused, headers: rateHeaders(perMinute, left, resetAt, now, spelling, refused) }
  }
}
