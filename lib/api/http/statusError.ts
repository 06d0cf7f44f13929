import { parseTimestamp } from '../../domain/timestamps.ts'
import { ApiError } from '../ApiError.ts'
import { isRecord, layersOf } from '../wire/envelope.ts'
import { errorText } from './errorText.ts'
import { clockLeadOf, type Rate } from './rateHeaders.ts'

/** Whatever the API asks for (a pause without end, by a slip), a look once a day does no harm, ms. */
const LONGEST_PAUSE = 24 * 60 * 60_000
/** Limits of requests as such start anew every minute; what takes longer than this (ms) is a quota. */
const LONGEST_OF_REQUESTS = 15 * 60_000

interface Refusal {
  status: number
  rate: Rate
  /** The parsed body, its text where it is no JSON, or undefined. */
  body: unknown
  /** Local ms. */
  now: number
  serverNow: number | null
  effect: 'read' | 'write'
  /** The key, kept out of the detail. */
  secret: string
}

/** The failure that a status outside 2xx stands for (contract 0.6). */
export function statusError(refusal: Refusal): ApiError {
  const { status, rate, body, secret } = refusal
  const detail = errorText(body, secret) ?? (status > 0 ? `HTTP ${status}` : null)
  const refused = { status, detail, notDelivered: true }
  const unknownEffect = { status, detail, notDelivered: false }
  switch (status) {
    case 401:
      return new ApiError({ ...refused, kind: 'keyRejected' })
    // The contract names 403 alone, yet this is what it means.
    case 402:
    case 403:
      return new ApiError({ ...refused, kind: 'subscriptionNeeded' })
    case 404:
    case 410:
      return new ApiError({ ...refused, kind: 'notFound' })
    case 408:
      // Gateways also say this after they handed the request on.
      return new ApiError({ ...unknownEffect, kind: 'timeout' })
    case 429: {
      const retryAt = pauseEnd(refusal)
      return new ApiError({
        ...refused,
        kind: 'rateLimited',
        retryAt,
        ofAction: isOfAction(refusal, retryAt),
      })
    }
  }
  if (status >= 500) return new ApiError({ ...unknownEffect, kind: 'server', retryAt: rate.retryAfter })
  if (status >= 400) return new ApiError({ ...refused, kind: 'refused' })
  return new ApiError({ kind: 'badResponse', status: status || null, notDelivered: false })
}

/** Whether a pause is asked for one kind of write alone: by the day only new conversations are limited (contract 6). */
function isOfAction({ effect, rate, now }: Refusal, retryAt: number | null): boolean {
  return effect === 'write' && (rate.action !== null || (retryAt ?? 0) > now + LONGEST_OF_REQUESTS)
}

/** The latest of the times a 429 names, or null: the caller then backs off by itself (contract 6). */
function pauseEnd({ rate, body, now, serverNow }: Refusal): number | null {
  const times = [rate.resetAt ?? 0, rate.retryAfter ?? 0]
  for (const layer of layersOf(body)) {
    const hold = isRecord(layer) ? parseTimestamp(layer.holdUntil) : null
    if (hold !== null) times.push(hold + clockLeadOf(now, serverNow))
  }
  const latest = Math.min(Math.max(...times), now + LONGEST_PAUSE)
  return latest > now ? latest : null
}
