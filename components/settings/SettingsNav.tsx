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

/** The topmost section whose head is in the upper half of the window. */
function useSectionInView(names: readonly string[]): string | undefined {
  const [current, setCurrent] = useState(names[0])
  useEffect(() => {
    function look() {
      const reached = names.filter((name) => {
        const top = document.getElementById(sectionId(name))?.getBoundingClientRect().top
        return top !== undefined && top < innerHeight / 3
      })
      setCurrent(reached.at(-1) ?? names[0])
    }
    look()
    document.addEventListener('scroll', look, { passive: true })
    return () => document.removeEventListener('scroll', look)
  }, [names])
  return current
}
