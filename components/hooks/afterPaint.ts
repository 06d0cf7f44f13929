let asked: Promise<void> | null = null

/** Resolves when what is on the page now was painted, or right away in a page that nobody sees. */
export function afterPaint(): Promise<void> {
  if (document.visibilityState === 'hidden') return Promise.resolve()
  if (asked) return asked
  // One wait for all who ask in one go, as the many effects of a new thread do.
  queueMicrotask(() => {
    asked = null
  })
  // In the frame after: until then the first one is still being drawn, by other threads that want the processors too.
  asked = new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
  return asked
}
