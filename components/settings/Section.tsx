import type { ReactNode } from 'react'
import styles from './Section.module.css'

/** The address of a section on the page. */
export function sectionId(name: string): string {
  return name.toLowerCase()
}

interface SectionProps {
  name: string
  children: ReactNode
}

/** One topic of the settings. */
export function Section({ name, children }: SectionProps) {
  const id = sectionId(name)
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className={styles.heading} tabIndex={-1}>
        {name}
      </h2>
      {children}
    </section>
  )
}

/** A framed group of rows. */
export function Group({ children }: { children: ReactNode }) {
  return <div className={styles.group}>{children}</div>
}

interface RowProps {
  label: ReactNode
  hint?: ReactNode
  children: ReactNode
}

/** One thing to set: what it is on the left, the control on the right. */
export function Row({ label, hint, children }: RowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <div className={styles.label}>{label}</div>
        {hint && <div className={styles.hint}>{hint}</div>}
      </div>
      <div className={styles.control}>{children}</div>
    </div>
  )
}

/** A sentence that explains. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}
