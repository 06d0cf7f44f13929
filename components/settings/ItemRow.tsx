import type { ReactNode } from 'react'
import styles from './ItemRow.module.css'

interface ItemRowProps {
  mark?: ReactNode
  title: string
  text?: string
  /** What can be done with it. */
  children: ReactNode
}

/** Something the user made, and what can be done with it. */
export function ItemRow({ mark, title, text, children }: ItemRowProps) {
  return (
    <div className={styles.item}>
      {mark}
      <div className={styles.words}>
        <div className={styles.title} dir="auto">
          {title}
        </div>
        {text !== undefined && (
          <div className={styles.text} dir="auto">
            {text}
          </div>
        )}
      </div>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
