import { coalesce } from './coalesce.ts'

/** Hands things on one run at a time: what is given during a run goes on in the next one, all of it together. */
export function inOneGo<T>(run: (all: T[]) => Promise<void>): (one: T) => Promise<void> {
  let waiting: T[] = []
  const next = coalesce(async () => {
    const all = waiting
    waiting = []
    // Whoever gave the last of them during a run may have seen them go with that run.
    if (all.length > 0) await run(all)
  })
  return (one) => {
    waiting.push(one)
    return next()
  }
}
