import CircleAlert from 'lucide-react/icons/circle-alert'
import Info from 'lucide-react/icons/info'
import type { ReactNode } from 'react'
import styles from './Banner.module.css'
import { cx } from './cx.ts'

interface BannerProps {
  tone?: 'danger' | 'warning' | 'info'
  /** A button or link that mends it. */
  action?: ReactNode
  children: ReactNode
  className?: string | undefined
}

/** Something the user must know or do; spoken at once. */
export function Banner({ tone = 'danger', action, children, className }: BannerProps) {
  const Icon = tone === 'info' ? Info : CircleAlert
  return (
    <div className={cx(styles.banner, styles[tone], className)} role="alert">
      <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <div>{children}</div>
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}
