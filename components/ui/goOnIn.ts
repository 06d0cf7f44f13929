/**
 * Takes the focus from what is about to go into what stays: the first conversation there, else the first field. Otherwise
 * it would fall back to the page, and whoever works by keyboard would start over at the top.
 */
export function goOnIn(part: Element | null | undefined): void {
  const next = part?.querySelector<HTMLElement>('[data-row]') ?? part?.querySelector('input')
  next?.focus({ preventScroll: true })
}
