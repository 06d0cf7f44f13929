import { useEffect } from 'react'

/** What the user does to look elsewhere. */
const LEAVING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
/** So long (ms) what loads above a section must not push it away. */
const HELD_MS = 3_000

/** Shows the section that the address names, with the focus on its heading, so that keyboards and screen readers go on there. */
export function useSectionInAddress(): void {
  useEffect(() => {
    let letGo = () => {}
    const show = () => {
      letGo()
      const section = document.getElementById(location.hash.slice(1))
      if (!section) return
      section.querySelector('h2')?.focus({ preventScroll: true })
      letGo = hold(section)
    }
    show()
    window.addEventListener('hashchange', show)
    return () => {
      letGo()
      window.removeEventListener('hashchange', show)
    }
  }, [])
}

/** Keeps a section in its place while the page grows, until the user goes elsewhere. Returns the way to end that. */
function hold(section: Element): () => void {
  const observer = new ResizeObserver(() => section.scrollIntoView())
  const ends = new AbortController()
  const { signal } = ends
  const letGo = () => {
    ends.abort()
    observer.disconnect()
  }
  observer.observe(document.body)
  for (const event of LEAVING) window.addEventListener(event, letGo, { signal, passive: true })
  setTimeout(letGo, HELD_MS)
  return letGo
}
