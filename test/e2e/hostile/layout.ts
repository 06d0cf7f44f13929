import type { Page } from 'playwright-core'

/**
 * What is wrong with the layout of what is in view: anything wider than the page, scrolling sideways, rows of a list or
 * messages that lie over each other, elements that no component of ours would make out of a text.
 */
export function layoutFaults(page: Page, rows: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const faults: string[] = []
    const width = document.documentElement.clientWidth
    const about = (element: Element) =>
      `<${element.tagName.toLowerCase()} ${element.className}> ${(element.textContent ?? '').slice(0, 40)}`
    const isCut = (element: Element): boolean => {
      for (let up = element.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== 'visible') return true
        if (up.matches(selector)) return false
      }
      return false
    }
    if (document.documentElement.scrollWidth > width) faults.push('the page scrolls sideways')
    for (const element of document.querySelectorAll('body *')) {
      const { overflowX } = getComputedStyle(element)
      const scrolls = overflowX === 'auto' || overflowX === 'scroll'
      // The table of requests, the row of topics and those of suggestions and saved searches are wide on purpose, in frames of
      // their own.
      const mayScroll =
        element.matches('nav, fieldset, [role="listbox"]') || element.querySelector('table') !== null
      if (scrolls && element.scrollWidth > element.clientWidth + 1 && !mayScroll)
        faults.push(`scrolls sideways: ${about(element)}`)
    }
    const boxes = [...document.querySelectorAll(selector)]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height > 0)
      .sort((a, b) => a.box.top - b.box.top)
    for (const [index, { element, box }] of boxes.entries()) {
      if (box.left < -0.5 || box.right > width + 0.5) faults.push(`wider than the page: ${about(element)}`)
      const before = boxes[index - 1]
      if (before && before.box.bottom > box.top + 0.5)
        faults.push(`lies over the one before: ${about(element)}`)
      for (const part of element.querySelectorAll('*')) {
        const inner = part.getBoundingClientRect()
        const hidden = inner.width <= 1 || getComputedStyle(part).opacity === '0'
        if (!hidden && (inner.right > width + 0.5 || inner.left < -0.5) && !isCut(part))
          faults.push(`sticks out: ${about(part)}`)
      }
    }
    const foreign =
      'img, picture, video, audio, iframe, object, embed, form, math, base, marquee, details details'
    for (const element of document.querySelectorAll(`${foreign}, body style, body script[src*="canary"]`))
      faults.push(`made out of a text: ${about(element)}`)
    return faults
  }, rows)
}

/** The links in view whose place is not what they show, or that are none of the four kinds. */
export function linkFaults(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('[role="log"] a')].flatMap((link) => {
      const shown = link.textContent ?? ''
      const faults: string[] = []
      if (!/^(https?|mailto|tel):/.test(link.href)) faults.push(`leads to ${link.href.slice(0, 80)}`)
      if (/[\p{Cc}\p{Cf}\u2800\u3164]/u.test(shown)) faults.push(`hides something: ${shown.slice(0, 80)}`)
      const host = URL.canParse(link.href) ? new URL(link.href).hostname : ''
      const told = link.nextElementSibling?.textContent ?? ''
      const named = shown.toLowerCase().replace(/^https?:\/\//, '')
      if (!named.startsWith(host) && !told.includes('leads to')) faults.push(`poses as ${shown.slice(0, 80)}`)
      if (!link.rel.includes('noopener') || link.target !== '_blank') faults.push('opens in the page itself')
      return faults
    }),
  )
}
