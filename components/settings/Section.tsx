import type { ReactNode } from 'react'
import { text } from '../../lib/domain/texts.ts'
import styles from './Section.module.css'

/** A section, as the address of the page names it. */
export type SectionId =
  | 'account'
  | 'sync'
  | 'notifications'
  | 'appearance'
  | 'keyboard'
  | 'snippets'
  | 'labels'
  | 'data'
  | 'diagnostics'
  | 'news'

interface SectionProps {
  id: SectionId
  children: ReactNode
}

/** One topic of the settings. */
export function Section({ id, children }: SectionProps) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`} className={styles.heading} tabIndex={-1}>
        {text(`settings_section_${id}`)}
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
