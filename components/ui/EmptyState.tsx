import type { ComponentType, ReactNode } from 'react'
import styles from './EmptyState.module.css'

interface EmptyStateProps {
  icon?: ComponentType<{ size?: number; strokeWidth?: number; 'aria-hidden'?: boolean }>
  /** What it means. */
  title: string
  /** What to do next, in one sentence. */
  children?: ReactNode
  /** The one button that does it. */
  action?: ReactNode
}

/** Nothing here, why, and the way on. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon && (
        <span className={styles.icon}>
          <Icon size={20} strokeWidth={1.75} aria-hidden />
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {children && <p className={styles.hint}>{children}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
