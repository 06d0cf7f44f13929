/** Resolves when what is on the page now was painted, or right away in a page that nobody sees. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve()
    // A frame is painted after its callbacks, so before the task after them.
    requestAnimationFrame(() => setTimeout(resolve))
  })
}
