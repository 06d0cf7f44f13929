import { setTimeout as delay } from 'node:timers/promises'

/** How long to wait, and what to call the awaited state in the error. */
export interface WaitOptions {
  readonly timeout?: number
  readonly what?: string
  readonly interval?: number
}

/**
 * Polls until `look` answers something truthy and returns that. An error thrown by `look` counts as "not yet"
 * and is shown as the cause when the time is over.
 */
export async function waitUntil<T>(
  look: () => T | Promise<T>,
  { timeout = 30_000, what = 'the awaited state', interval = 25 }: WaitOptions = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout
  let last: unknown
  for (;;) {
    try {
      last = await look()
      if (last) return last as NonNullable<T>
    } catch (error) {
      last = error
    }
    if (Date.now() > deadline) break
    await delay(interval)
  }
  const seen = last instanceof Error ? last.message : JSON.stringify(last)
  throw new Error(`Waited ${timeout} ms for ${what}; last seen: ${seen}`, { cause: last })
}

/** Rejects when `work` has not ended in time. A dead worker never answers, and a test must not hang on it. */
export async function withDeadline<T>(work: Promise<T>, timeout: number, what: string): Promise<T> {
  const stop = new AbortController()
  const late = delay(timeout, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`No answer within ${timeout} ms from ${what}`)
  })
  late.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    stop.abort()
  }
}
