import type { ReactNode } from 'react'
import { text } from '../../lib/domain/texts.ts'
import styles from './Managed.module.css'

interface ManagedProps {
  /** What else there is to say of the setting. */
  children?: ReactNode
  when?: boolean
}

/** The hint of a setting; says so where the user's organization decides, or limits what the user can. */
export function Managed({ children, when = true }: ManagedProps) {
  return (
    <>
      {children}
      {when && <span className={styles.managed}>{text('common_managed')}</span>}
    </>
  )
}
