import { useEffect, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import type { SectionId } from './Section.tsx'
import styles from './SettingsNav.module.css'

interface SettingsNavProps {
  ids: readonly SectionId[]
}

/** Leads to each section and shows which one is being read. */
export function SettingsNav({ ids }: SettingsNavProps) {
  const current = useSectionInView(ids)
  return (
    <nav aria-label={text('settings_title')} className={styles.nav}>
      {ids.map((id) => (
        <a
          key={id}
          href={`#${id}`}
          className={styles.link}
          aria-current={id === current ? 'true' : undefined}
        >
          {text(`settings_section_${id}`)}
        </a>
      ))}
    </nav>
  )
}

/** How far (px) below the place where a link puts it a section's head may stand and still be the one that is read. */
const SLACK = 24

/** The section that is read: the last one whose head has come up to where a link to it would put it. */
function useSectionInView(ids: readonly SectionId[]): SectionId | undefined {
  const [current, setCurrent] = useState(ids[0])
  useEffect(() => {
    const look = () => setCurrent(sectionRead(ids))
    look()
    document.addEventListener('scroll', look, { passive: true })
    // A link to a section that the page is too short to bring up does not scroll.
    window.addEventListener('hashchange', look)
    return () => {
      document.removeEventListener('scroll', look)
      window.removeEventListener('hashchange', look)
    }
  }, [ids])
  return current
}

function sectionRead(ids: readonly SectionId[]): SectionId | undefined {
  const placed = ids.flatMap((id) => {
    const section = document.getElementById(id)
    if (!section) return []
    const lead = Number.parseFloat(getComputedStyle(section).scrollMarginTop) || 0
    return [{ id, below: section.getBoundingClientRect().top - lead }]
  })
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement
  const ended = scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - 1
  const led = placed.find(({ id }) => location.hash === `#${id}`)
  // At the end of the page the last sections cannot come up: the link that led there tells which one was meant.
  if (ended && led && led.below >= -1) return led.id
  return placed.findLast(({ below }) => below <= SLACK)?.id ?? ids[0]
}
