import { useEffect, useState } from 'react'
import { sectionId } from './Section.tsx'
import styles from './SettingsNav.module.css'

interface SettingsNavProps {
  names: readonly string[]
}

/** Leads to each section and shows which one is being read. */
export function SettingsNav({ names }: SettingsNavProps) {
  const current = useSectionInView(names)
  return (
    <nav aria-label="Settings" className={styles.nav}>
      {names.map((name) => (
        <a
          key={name}
          href={`#${sectionId(name)}`}
          className={styles.link}
          aria-current={name === current ? 'true' : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

/** How far (px) below the place where a link puts it a section's head may stand and still be the one that is read. */
const SLACK = 24

/** The section that is read: the last one whose head has come up to where a link to it would put it. */
function useSectionInView(names: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(names[0])
  useEffect(() => {
    const look = () => setCurrent(sectionRead(names))
    look()
    document.addEventListener('scroll', look, { passive: true })
    // A link to a section that the page is too short to bring up does not scroll.
    window.addEventListener('hashchange', look)
    return () => {
      document.removeEventListener('scroll', look)
      window.removeEventListener('hashchange', look)
    }
  }, [names])
  return current
}

function sectionRead(names: readonly string[]): string | undefined {
  const placed = names.flatMap((name) => {
    const section = document.getElementById(sectionId(name))
    if (!section) return []
    const lead = Number.parseFloat(getComputedStyle(section).scrollMarginTop) || 0
    return [{ name, below: section.getBoundingClientRect().top - lead }]
  })
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement
  const ended = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1
  const led = placed.find(({ name }) => location.hash === `#${sectionId(name)}`)
  // At the end of the page the last sections cannot come up: the link that led there tells which one was meant.
  if (ended && led && led.below >= -1) return led.name
  return placed.findLast(({ below }) => below <= SLACK)?.name ?? names[0]
}
