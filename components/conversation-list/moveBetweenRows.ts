import type { KeyboardEvent } from 'react'

/**
 * A held key can be quicker than a long list, which puts its next rows in a moment after it was scrolled, and takes no
 * focus into a row before it was measured.
 */
const PATIENCE_MS = 1000

/** Arrow keys go from row to row. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const item = document.activeElement?.closest('li')
  if (!item) return
  event.preventDefault()
  moveFrom(item, event.key === 'ArrowDown', performance.now() + PATIENCE_MS)
}

function moveFrom(item: Element, down: boolean, until: number): void {
  const beside = down ? item.nextElementSibling : item.previousElementSibling
  beside?.querySelector<HTMLElement>('[data-row]')?.focus()
  const stayed = item.contains(document.activeElement)
  if (stayed && performance.now() < until) requestAnimationFrame(() => moveFrom(item, down, until))
}
