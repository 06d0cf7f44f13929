import { useEffect, useRef } from 'react'
import type { UserMade } from '../../lib/domain/backup/Backup.ts'
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

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' })

/** Says what restoring a backup would do, and does it only when told to. */
export function RestorePlan({ madeAt, plan, onRestore, onCancel }: RestorePlanProps) {
  const lines = planText(plan)
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  return (
    <fieldset className={styles.plan} aria-label="Restore">
      <div role="alert">
        {lines.length === 0 ? (
          <p>Everything in this backup of {day.format(madeAt)} is here already.</p>
        ) : (
          <>
            <p>Restoring this backup of {day.format(madeAt)} will:</p>
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
            Restore
          </Button>
        )}
        <Button ref={cancel} variant="ghost" onClick={onCancel}>
          {lines.length > 0 ? 'Cancel' : 'Close'}
        </Button>
      </div>
    </fieldset>
  )
}
