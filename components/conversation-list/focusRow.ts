import type { VirtualizerHandle } from 'virtua'
import { isWritten } from '../actions/belongsElsewhere.ts'
import { nobodyHasFocus } from '../ui/nobodyHasFocus.ts'

/** A long list puts its next rows in a moment after it was scrolled, and takes no focus into one before it was measured. */
const PATIENCE_MS = 5_000
/** For so long after that the page may still lose it: on a busy machine what is loaded late comes late. */
const WATCHED_MS = 10_000

/** The id of the conversation whose row holds the focus, or is about to: a quick hand goes on from there too. */
export function focusedRow(): string | null {
  const item = document.activeElement?.closest('li')
  const id = item?.querySelector('[data-row]')?.getAttribute('data-row') || null
  return id ?? (nobodyHasFocus() ? awaited : null)
}

/**
 * Puts the focus on the row of a conversation, scrolled into view, and once more where the page loses it meanwhile: a list
 * that was just put in may be hidden for a moment while parts of it are loaded.
 */
export function focusRow(id: string, index: number, list: VirtualizerHandle | null): void {
  const until = performance.now() + PATIENCE_MS
  const find = () => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  watching?.disconnect()
  const turn = ++turns
  awaited = id
  const from = document.activeElement
  const attempt = () => {
    if (turn !== turns) return
    const { activeElement } = document
    // Somebody who has begun to write elsewhere meanwhile is left there.
    if (activeElement && activeElement !== from && isWritten(activeElement)) {
      awaited = null
      return
    }
    const row = find()
    row?.focus()
    if (row && document.activeElement === row) {
      awaited = null
      return keep(find)
    }
    if (!row) list?.scrollToIndex(index, { align: 'nearest' })
    if (performance.now() < until) requestAnimationFrame(attempt)
    else awaited = null
  }
  attempt()
}

/** The newest call ends those before it. */
let turns = 0
/** The row that cannot take the focus yet. */
let awaited: string | null = null
let watching: MutationObserver | null = null

/** Gives the row the focus again where it was put in anew, unless something else has the focus meanwhile. */
function keep(find: () => HTMLElement | null): void {
  const until = performance.now() + WATCHED_MS
  const observer = new MutationObserver(() => {
    const row = find()
    if (nobodyHasFocus()) row?.focus()
    else if (document.activeElement !== row) observer.disconnect()
    if (performance.now() > until) observer.disconnect()
  })
  // Put in anew, or shown again: what waits for a part that is loaded late is hidden by its style.
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['style'] })
  watching = observer
}
