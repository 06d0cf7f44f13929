/** Whether what had the focus is gone, or nothing had it yet. */
export function nobodyHasFocus(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}
