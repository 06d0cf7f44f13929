import type { VirtualizerHandle } from 'virtua'

/** A long list puts its next rows in a moment after it was scrolled, and takes no focus into one before it was measured. */
const PATIENCE_MS = 5_000
/** For so long after that the page may still lose it. */
const WATCHED_MS = 1_000

/** The id of the conversation whose row holds the focus. */
export function focusedRow(): string | null {
  const item = document.activeElement?.closest('li')
  return item?.querySelector('[data-row]')?.getAttribute('data-row') || null
}

/**
 * Puts the focus on the row of a conversation, scrolled into view, and once more where the page loses it meanwhile: a list
 * that was just put in may be hidden for a moment while parts of it are loaded.
 */
export function focusRow(id: string, index: number, list: VirtualizerHandle | null): void {
  let until = performance.now() + PATIENCE_MS
  let had = false
  const attempt = () => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
    const isElsewhere = had && document.activeElement !== row && document.activeElement !== document.body
    if (isElsewhere) return
    if (row && document.activeElement !== row) row.focus()
    // A row that was there and is not may only be put in anew; the list is not scrolled for it.
    if (!row && !had) list?.scrollToIndex(index, { align: 'nearest' })
    if (!had && row && document.activeElement === row) {
      had = true
      until = performance.now() + WATCHED_MS
    }
    if (performance.now() < until) requestAnimationFrame(attempt)
  }
  attempt()
}
