import type { Page } from 'playwright-core'

/** Starts noting how long the page answers to nothing. */
export function startStallWatch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const noted = globalThis as { longestStall?: number }
    noted.longestStall = 0
    let last = performance.now()
    // A method of an object: some compilers wrap a function kept in a constant with a helper the page does not have.
    const heart = {
      beat() {
        const now = performance.now()
        noted.longestStall = Math.max(noted.longestStall ?? 0, now - last)
        last = now
        setTimeout(() => heart.beat())
      },
    }
    heart.beat()
  })
}

/** The longest time (ms) the page was busy with one thing since the last question. */
export function longestStall(page: Page): Promise<number> {
  return page.evaluate(() => {
    const noted = globalThis as { longestStall?: number }
    const longest = noted.longestStall ?? 0
    noted.longestStall = 0
    return longest
  })
}
