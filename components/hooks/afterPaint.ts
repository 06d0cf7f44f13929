/** Resolves when what is on the page now was painted, or right away in a page that nobody sees. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve()
    // In the frame after: until then the first one is still being drawn, by other threads that want the processors too.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  })
}
