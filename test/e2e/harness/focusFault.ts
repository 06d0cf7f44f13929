/** Run in a page: what is wrong with where the focus is; null where somebody who works by keyboard sees it. */
export function focusFault(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'nothing has the focus'
  // Of a choice the browser's own mark is hidden, and its label shows the focus.
  const shown = focused.matches('label input') ? (focused.closest('label') ?? focused) : focused
  const name = focused.outerHTML.slice(0, 120)
  if (!shown.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return `hidden: ${name}`
  const { width, height, top, bottom, left, right } = shown.getBoundingClientRect()
  if (width <= 1 || height <= 1) return `too small to be seen: ${name}`
  const isInView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
  return isInView ? null : `out of view: ${name}`
}
