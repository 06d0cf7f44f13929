/**
 * Run in a page: what of its texts runs out of the window, or is cut by the element it stands in. Names and messages are
 * not judged, as they are as long as people make them, nor what can be scrolled to the side.
 */
export function cutTexts(): string[] {
  const faults: string[] = []
  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} px wide`)
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const text = [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
      .join('')
      .trim()
    const box = element.getBoundingClientRect()
    if (text === '' || box.width <= 1 || box.height <= 1) continue
    if (element.closest('bdi, li, table, .visually-hidden, [role="log"], textarea')) continue
    if (element.querySelector('bdi') || scrollsAside(element)) continue
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
    const isCut =
      getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    if (isCut) faults.push(`cut: ${text}`)
    if (box.right > innerWidth + 1 || box.left < -1) faults.push(`out of the page: ${text}`)
  }
  return faults

  function scrollsAside(element: Element): boolean {
    for (let above = element.parentElement; above; above = above.parentElement)
      if (/auto|scroll/.test(getComputedStyle(above).overflowX) && above !== document.body) return true
    return false
  }
}
