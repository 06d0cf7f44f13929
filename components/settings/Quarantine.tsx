import type { Quarantined } from '../../lib/domain/quarantined.ts'
import { counted, text } from '../../lib/domain/texts.ts'
import type { Numbered } from '../../lib/store/queries/diagnostics.ts'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import styles from './Quarantine.module.css'

interface QuarantineProps {
  /** Newest first. */
  rows: readonly Numbered<Quarantined>[]
}

/** What the API sent that could not be read: where and why, never what it held. */
export function Quarantine({ rows }: QuarantineProps) {
  return (
    <details className={styles.details}>
      <summary>{text('settings_quarantine')}</summary>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <RelativeTime at={row.at} className={styles.time} />
            <code className={styles.route}>{row.route}</code>
            <span>
              {row.reason}
              {row.count !== undefined &&
                row.count > 1 &&
                ` ${counted('settings_quarantine_times', row.count)}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
