/** The end of a call's patience: its own time, or the caller's wish to stop. */
export interface Deadline {
  signal: AbortSignal
  /** The promise's outcome, or a rejection as soon as the time is over, even if whoever made the promise sleeps on. */
  guard<T>(promise: Promise<T>): Promise<T>
  /** Waits, or less if the time is over before. True if the whole wait passed. */
  pause(ms: number): Promise<boolean>
  /** Must be called when the call is over. */
  end(): void
}

/** Starts a deadline of `ms` that also ends when `external` is aborted. */
export function startDeadline(ms: number, external?: AbortSignal): Deadline {
  const controller = new AbortController()
  const { signal } = controller
  const stop = () => controller.abort()
  const timer = setTimeout(stop, ms)
  if (external?.aborted) stop()
  external?.addEventListener('abort', stop)

  const over = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error('the time is over'))
    if (signal.aborted) fail()
    else signal.addEventListener('abort', fail, { once: true })
  })
  // Nobody may be waiting when it fires.
  over.catch(() => undefined)

  return {
    signal,
    guard: (promise) => Promise.race([promise, over]),
    pause: (wait) =>
      new Promise((resolve) => {
        const pausing = setTimeout(() => resolve(true), wait)
        over.catch(() => {
          clearTimeout(pausing)
          resolve(false)
        })
      }),
    end() {
      clearTimeout(timer)
      external?.removeEventListener('abort', stop)
    },
  }
}
