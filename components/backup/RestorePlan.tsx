import { useEffect, useRef } from 'react'
import type { UserMade } from '../../lib/domain/backup/Backup.ts'
import { dateFormat } from '../../lib/domain/dateFormat.ts'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { planText } from './planText.ts'
import styles from './RestorePlan.module.css'

interface RestorePlanProps {
  /** When the backup was made, ms. */
  madeAt: number
  /** What restoring it would write. */
  plan: UserMade
  onRestore: () => void
  onCancel: () => void
}

const day = dateFormat({ dateStyle: 'long', timeStyle: 'short' })

/** Says what restoring a backup would do, and does it only when told to. */
export function RestorePlan({ madeAt, plan, onRestore, onCancel }: RestorePlanProps) {
  const lines = planText(plan)
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  return (
    <fieldset className={styles.plan} aria-label={text('backup_restoreLabel')}>
      <div role="alert">
        {lines.length === 0 ? (
          <p>{text('backup_everythingHere', { date: day(madeAt) })}</p>
        ) : (
          <>
            <p>{text('backup_willDo', { date: day(madeAt) })}</p>
            <ul className={styles.lines}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <div className={styles.actions}>
        {lines.length > 0 && (
          <Button variant="primary" onClick={onRestore}>
            {text('backup_restore')}
          </Button>
        )}
        <Button ref={cancel} variant="ghost" onClick={onCancel}>
          {text(lines.length > 0 ? 'common_cancel' : 'common_close')}
        </Button>
      </div>
    </fieldset>
  )
}
