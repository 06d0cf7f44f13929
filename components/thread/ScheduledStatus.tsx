import { lazy, Suspense, useRef, useState } from 'react'
import type { SendIntent } from '../../lib/domain/intent.ts'
import { isLate } from '../../lib/domain/scheduled.ts'
import { text } from '../../lib/domain/texts.ts'
import { discardReply } from '../../lib/store/intents/replies.ts'
import { reschedule, sendScheduledNow } from '../../lib/store/intents/scheduled.ts'
import { useFeature } from '../hooks/useFeature.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useNow } from '../hooks/useNow.ts'
import { Button } from '../ui/Button.tsx'
import { cx } from '../ui/cx.ts'
import { momentText } from '../ui/timeText.ts'
import styles from './SendStatus.module.css'

const LaterPicker = lazy(async () => ({
  default: (await import('../composer/LaterPicker.tsx')).LaterPicker,
}))

interface ScheduledStatusProps {
  send: SendIntent
  /** Takes the text back into the reply box. */
  onEdit: (intentId: string) => void
}

/** When a scheduled reply goes out; where that time was missed, what the user can do instead. */
export function ScheduledStatus({ send, onEdit }: ScheduledStatusProps) {
  const now = useNow()
  const intend = useIntent()
  const mayMove = useFeature('scheduling')
  const [picking, setPicking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const late = isLate(send, now)
  const moment = momentText(send.dueAt ?? 0, now)
  return (
    <>
      {' · '}
      <span className={cx(styles.label, late ? styles.warning : styles.quiet)}>
        {late ? text('send_wasDue', { moment }) : text('send_scheduledFor', { moment })}
      </span>
      <p className={cx(styles.note, late ? styles.warning : styles.quiet)}>
        {late ? text('send_didNotGoOut') : text('send_needsBrowser')}
      </p>
      <div className={styles.actions}>
        <Button size="small" onClick={() => onEdit(send.id)}>
          {text('send_edit')}
        </Button>
        <Button size="small" onClick={() => intend((db, at) => sendScheduledNow(db, send.id, at))}>
          {text('send_sendNow')}
        </Button>
        {mayMove && (
          <Button
            ref={button}
            size="small"
            aria-haspopup="dialog"
            aria-expanded={picking}
            onClick={() => setPicking(true)}
          >
            {text('send_reschedule')}
          </Button>
        )}
        <Button size="small" variant="ghost" onClick={() => intend((db) => discardReply(db, send.id))}>
          {text('send_discard')}
        </Button>
      </div>
      {picking && (
        <Suspense>
          <LaterPicker
            anchor={button.current}
            onClose={() => setPicking(false)}
            onChoose={(at) => {
              setPicking(false)
              void intend((db) => reschedule(db, send.id, at))
            }}
          />
        </Suspense>
      )}
    </>
  )
}
