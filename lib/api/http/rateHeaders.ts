import { parseTimestamp } from '../../domain/timestamps.ts'

/** What an answer says about limits (contract 6). Times are local ms. */
export interface Rate {
  limit: number | null
  remaining: number | null
  /** When the limit starts anew. */
  resetAt: number | null
  /** When `Retry-After` is over. */
  retryAfter: number | null
  /** The action a limit is about (`MESSAGE`, say); null where it is about requests as such. */
  action: string | null
}

const PREFIXES = ['x-ratelimit-', 'ratelimit-', 'x-rate-limit-']
const DAY = 24 * 60 * 60_000
/** Thirty years. */
const LONGEST_SECONDS = 1e9

/**
 * Reads the rate headers. Resets come as ISO time, as Unix seconds or ms (8.15), or as seconds from now; all
 * of them by the server's clock, so they are moved by its difference to ours where the answer tells it. A time
 * that has passed says nothing, and one more than a day off only where the header names an action.
 */
export function rateHeaders(headers: Headers, now: number, serverNow: number | null): Rate {
  const rate = (name: string) => {
    const found = PREFIXES.map((prefix) => headers.get(prefix + name)?.trim()).find((value) => value)
    return found ?? null
  }
  const action = rate('action')
  const clockLead = clockLeadOf(now, serverNow)
  const sane = (at: number | null) => (at !== null && at > now && (action || at <= now + DAY) ? at : null)
  return {
    limit: wholeNumber(rate('limit')),
    remaining: wholeNumber(rate('remaining')),
    resetAt: sane(resetFrom(rate('reset'), now, clockLead)),
    retryAfter: sane(retryAfterFrom(headers.get('retry-after'), now, clockLead)),
    action,
  }
}

/** How far (ms) our clock is ahead of the server's; 0 where the answer does not tell. */
export function clockLeadOf(now: number, serverNow: number | null): number {
  return serverNow === null ? 0 : now - serverNow
}

function resetFrom(text: string | null, now: number, clockLead: number): number | null {
  const seconds = secondsIn(text)
  if (seconds !== null && seconds * 1000 <= DAY) return now + seconds * 1000
  const at = parseTimestamp(text)
  return at === null ? null : at + clockLead
}

/** Seconds from now or an HTTP date (RFC 9110); a number that is too great for a pause is a point in time. */
function retryAfterFrom(text: string | null, now: number, clockLead: number): number | null {
  const seconds = secondsIn(text)
  if (seconds !== null && seconds < LONGEST_SECONDS) return now + seconds * 1000
  const at = parseTimestamp(text) ?? Date.parse(text ?? '')
  return Number.isNaN(at) ? null : at + clockLead
}

function secondsIn(text: string | null): number | null {
  return text && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null
}

function wholeNumber(text: string | null): number | null {
  // IETF drafts let a list follow the number: `60, 60;w=60`.
  const digits = text && /^\d+/.exec(text)?.[0]
  return digits ? Number(digits) : null
}
