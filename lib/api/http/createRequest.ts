import type { CallOptions } from '../Api.ts'
import { ApiError } from '../ApiError.ts'
import { attempt } from './attempt.ts'
import type { Call, HttpDeps, PlacedDeps, Reply } from './Call.ts'
import { quietly } from './quietly.ts'
import { type Deadline, startDeadline } from './startDeadline.ts'

export type Request = <T>(call: Call<T>, options: CallOptions) => Promise<Reply<T>>

/** Wait before a read's repetition, ms: this, and up to as much again. */
const BACKOFF = 500

/**
 * Makes the one way all endpoints reach the API: key, request budget, deadline, one repetition of reads after a
 * 500, and a ledger entry for each HTTP request.
 * @throws ApiError and nothing else
 */
export function createRequest(given: HttpDeps): Request {
  return async (call, options) => {
    // Asked for in one moment, as both may lie in one place.
    const [key, baseUrl] = await Promise.all([keyFrom(given), baseUrlFrom(given)])
    const deps = { ...given, baseUrl }
    // With the key in hand, so that no call can go out under another one than that of its account.
    if (!(await isReached(deps, call.accountId))) {
      throw new ApiError({ kind: 'accountGone', notDelivered: true })
    }
    if (options.signal?.aborted) throw new ApiError({ kind: 'timeout', notDelivered: true })
    await deps.budget.take(options.lane)
    const deadline = startDeadline(call.deadlineMs, options.signal)
    try {
      return await withRepetition(deps, call, options, key, deadline)
    } finally {
      deadline.end()
    }
  }
}

async function withRepetition<T>(
  deps: PlacedDeps,
  call: Call<T>,
  options: CallOptions,
  key: string,
  deadline: Deadline,
): Promise<Reply<T>> {
  try {
    return await recorded(deps, call, key, deadline)
  } catch (error) {
    const worthIt = call.effect === 'read' && error instanceof ApiError && error.status === 500
    if (!worthIt || !(await deadline.pause(BACKOFF * (1 + Math.random())))) throw error
    await deps.budget.take(options.lane).catch(() => {
      throw error
    })
    return recorded(deps, call, key, deadline)
  }
}

/** One request with its line in the ledger: route with parameter names, never the key, a URN or a text. */
async function recorded<T>(
  deps: PlacedDeps,
  call: Call<T>,
  key: string,
  deadline: Deadline,
): Promise<Reply<T>> {
  const at = deps.now()
  const note = (status: number | null, failure: ApiError | null) => {
    const { method, route, accountId } = call
    const ms = deps.now() - at
    quietly(() =>
      deps.onRequest({ at, method, route, accountId, status, ms, failure: failure?.kind ?? null }),
    )
  }
  try {
    const reply = await attempt(deps, call, key, deadline)
    note(reply.status, null)
    return reply
  } catch (cause) {
    const error = cause instanceof ApiError ? cause : new ApiError({ kind: 'unknown', notDelivered: false })
    note(error.status, error)
    throw error
  }
}

async function isReached({ reaches }: HttpDeps, accountId: string | null): Promise<boolean> {
  if (accountId === null || !reaches) return true
  try {
    return await reaches(accountId)
  } catch {
    throw new ApiError({ kind: 'storage', notDelivered: true })
  }
}

async function baseUrlFrom({ baseUrl }: HttpDeps): Promise<string> {
  try {
    return typeof baseUrl === 'string' ? baseUrl : await baseUrl()
  } catch {
    throw new ApiError({ kind: 'storage', notDelivered: true })
  }
}

async function keyFrom(deps: HttpDeps): Promise<string> {
  let stored: string | null
  try {
    stored = await deps.readKey()
  } catch {
    throw new ApiError({ kind: 'storage', notDelivered: true })
  }
  // Keys are pasted, often with what stood around them (contract 0.1).
  const key = stored?.replace(/^\s*Bearer(\s|$)/i, '').trim()
  if (!key) throw new ApiError({ kind: 'keyMissing', notDelivered: true })
  return key
}
