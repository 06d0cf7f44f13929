/**
 * Makes a function run one at a time: a call during a run is remembered and served by exactly one more run after it,
 * and every caller's promise settles with a run that began after its call.
 */
export function coalesce(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = () => {
    running = run().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    // Asked first: between the end of a run and the start of the next one, nothing runs and yet nobody may start.
    if (next) return next
    if (!running) return start()
    next = running
      .catch(() => undefined)
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}
