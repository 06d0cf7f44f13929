import { ApiError } from '../ApiError.ts'
import { buildUrl } from './buildUrl.ts'
import type { Call, PlacedDeps } from './Call.ts'
import type { Deadline } from './startDeadline.ts'

/**
 * Sends a request and waits for the head of its answer. The key goes into the Authorization header and nowhere
 * else (contract 0.1).
 * @throws ApiError `timeout`, `offline`, or `keyRejected` for a key that no header can hold
 */
export async function fetchOnce(
  deps: PlacedDeps,
  call: Call<unknown>,
  key: string,
  deadline: Deadline,
): Promise<Response> {
  const url = buildUrl(deps.baseUrl, call)
  const init: RequestInit = {
    method: call.method,
    headers: headersOf(call, key),
    credentials: 'omit',
    cache: 'no-store',
    // Deprecated reads redirect (contract 0.6), and the key must not follow to wherever an answer points.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    signal: deadline.signal,
    ...bodyOf(call),
  }
  // As a method it would lose its `this`, which browsers refuse.
  const { fetch } = deps
  const wasOffline = deps.isOnline?.() === false
  try {
    return await deadline.guard(fetch(url, init))
  } catch {
    if (deadline.signal.aborted) throw new ApiError({ kind: 'timeout', notDelivered: false })
    const notDelivered = wasOffline && deps.isOnline?.() === false
    throw new ApiError({ kind: 'offline', notDelivered })
  }
}

function bodyOf({ body, file }: Call<unknown>): { body?: BodyInit } {
  if (file) return { body: file.content }
  return body ? { body: JSON.stringify(body) } : {}
}

function headersOf(call: Call<unknown>, key: string): Headers {
  const headers = new Headers({ Accept: 'application/json' })
  if (call.body) headers.set('Content-Type', 'application/json')
  if (call.file) headers.set('Content-Type', call.file.type)
  if (call.readFile) headers.set('Accept', '*/*')
  try {
    headers.set('Authorization', `Bearer ${key}`)
  } catch {
    // Not even a header can hold it (a line break, a character outside Latin-1).
    throw new ApiError({ kind: 'keyRejected', notDelivered: true })
  }
  return headers
}
