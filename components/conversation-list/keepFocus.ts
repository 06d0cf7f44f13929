import { nobodyHasFocus } from '../ui/nobodyHasFocus.ts'

/** How long (ms) the database may take, on a busy machine. */
const WATCHED_FOR = 5000

/**
 * If the row that holds the focus goes away soon, because of what the user just did to it, moves the focus to its
 * neighbour. Otherwise the focus would fall back to the page, and whoever works by keyboard starts over at the top.
 */
export function keepFocus(element: Element | null): void {
  const item = element?.closest('li')
  const list = item?.parentElement
  if (!item || !list || !item.contains(document.activeElement)) return
  const neighbour = item.nextElementSibling ?? item.previousElementSibling
  const observer = new MutationObserver(() => {
    if (item.isConnected) return
    observer.disconnect()
    if (nobodyHasFocus()) neighbour?.querySelector<HTMLElement>('[data-row]')?.focus({ preventScroll: true })
  })
  observer.observe(list, { childList: true })
  setTimeout(() => observer.disconnect(), WATCHED_FOR)
}
