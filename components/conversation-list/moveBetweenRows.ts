import type { KeyboardEvent } from 'react'

/** Arrow keys go from row to row. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const item = document.activeElement?.closest('li')
  const next = event.key === 'ArrowDown' ? item?.nextElementSibling : item?.previousElementSibling
  const row = next?.querySelector<HTMLElement>('[data-row]')
  if (!row) return
  event.preventDefault()
  row.focus()
}
