/**
 * Moves the focus to the row after the one that has it, or before; to the first where none has it.
 * @returns false where there is no such row
 */
export function focusFound(results: Element | null | undefined, steps: 1 | -1): boolean {
  const rows = [...(results?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement))
  const row = at === -1 ? rows[0] : rows[at + steps]
  row?.focus()
  return row !== undefined
}
