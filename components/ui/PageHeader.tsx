import type { ReactNode } from 'react'
import styles from './PageHeader.module.css'

interface PageHeaderProps {
  /** Stands before everything. */
  mark?: ReactNode
  children: ReactNode
  /** Below the first line, small. */
  status?: ReactNode
  actions?: ReactNode
}

/** The bar on top of a page: what it is, how fresh it is, and what can be done with all of it. */
export function PageHeader({ mark, children, status, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {mark}
      <div className={styles.words}>
        <div className={styles.title}>{children}</div>
        {status}
      </div>
      <div className={styles.actions}>{actions}</div>
    </header>
  )
}
