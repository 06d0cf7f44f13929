import type { Account } from '../../lib/domain/account.ts'
import { text } from '../../lib/domain/texts.ts'
import styles from './ImportProgress.module.css'
import { importText } from './importText.ts'

interface ImportProgressProps {
  accounts: readonly Account[]
}

/** How far the silent first import has come; nothing once it is over. */
export function ImportProgress({ accounts }: ImportProgressProps) {
  const line = importText(accounts)
  if (!line) return null
  const percent = line.fraction === null ? undefined : Math.round(line.fraction * 100)
  return (
    <div className={styles.import}>
      <div
        role="progressbar"
        aria-label={text('health_import')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={line.text}
        className={styles.track}
      >
        <span
          className={percent === undefined ? styles.wandering : styles.bar}
          style={percent === undefined ? {} : { transform: `scaleX(${percent / 100})` }}
        />
      </div>
      <span className={styles.text}>{line.text}</span>
    </div>
  )
}
