import { lazy, Suspense, useState } from 'react'
import { type Failure, failureText } from '../../lib/domain/failure.ts'
import type { SendIntent } from '../../lib/domain/intent.ts'
import { text } from '../../lib/domain/texts.ts'
import { discardReply, sendAgain } from '../../lib/store/intents/replies.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStorageTrouble } from '../hooks/useStorageTrouble.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { Button } from '../ui/Button.tsx'
import { cx } from '../ui/cx.ts'
import { ScheduledStatus } from './ScheduledStatus.tsx'
import styles from './SendStatus.module.css'
import { sendStateText } from './sendStateText.ts'
import { useElapsed } from './useElapsed.ts'
import { useOnline } from './useOnline.ts'

const UploadProgress = lazy(async () => ({
  default: (await import('../attachments/UploadProgress.tsx')).UploadProgress,
}))

const LATE_MS = 4000

interface SendStatusProps {
  send: SendIntent
  /** An earlier reply holds the line. */
  behind: boolean
  /** Takes the text back into the reply box. */
  onEdit: (intentId: string) => void
}

/** Whether a reply still waits for its files to go up, or can. */
export function isUploading({ state, files }: SendIntent): boolean {
  return state === 'queued' && files !== undefined
}

/** What became of a reply, and what can be done about it. */
export function SendStatus(props: SendStatusProps) {
  return props.send.state === 'scheduled' ? <ScheduledStatus {...props} /> : <LineStatus {...props} />
}

function LineStatus({ send, behind, onEdit }: SendStatusProps) {
  const late = useElapsed(send.createdAt, LATE_MS)
  const full = useStorageTrouble().full !== null
  const { label, note, tone } = sendStateText(send, { online: useOnline(), late, full, behind })
  const intend = useIntent()
  return (
    <>
      {' · '}
      <span className={cx(styles.label, styles[tone])}>{label}</span>
      {send.state === 'held' && (
        <span className={styles.undo}>
          <Button size="small" variant="ghost" onClick={() => onEdit(send.id)}>
            {text('send_undo')}
          </Button>
        </span>
      )}
      {note && tone === 'quiet' && ` · ${note}`}
      {isUploading(send) && (
        <Suspense>
          <UploadProgress send={send} onCancel={() => onEdit(send.id)} />
        </Suspense>
      )}
      {note && tone !== 'quiet' && <p className={cx(styles.note, styles[tone])}>{note}</p>}
      {(send.state === 'failed' || send.state === 'unconfirmed') && (
        <div className={styles.actions}>
          {send.state === 'failed' && (
            <Button size="small" onClick={() => onEdit(send.id)}>
              {text('send_edit')}
            </Button>
          )}
          {send.state === 'unconfirmed' && <CheckAgain intentId={send.id} />}
          <Button size="small" onClick={() => intend((db, now) => sendAgain(db, send.id, now))}>
            {text('send_again')}
          </Button>
          <Button size="small" variant="ghost" onClick={() => intend((db) => discardReply(db, send.id))}>
            {text('send_discard')}
          </Button>
        </div>
      )}
    </>
  )
}

/** Looks whether it arrived; what it found shows in the state itself, and why it could not look below. */
function CheckAgain({ intentId }: { intentId: string }) {
  const platform = usePlatform()
  const [state, setState] = useState<'idle' | 'checking' | Failure>('idle')
  const check = async () => {
    setState('checking')
    const outcome = await platform.command('checkAgain', { intentId })
    setState(outcome.ok ? 'idle' : outcome.failure)
  }
  return (
    <>
      {typeof state === 'object' && (
        <p className={cx(styles.note, styles.wide)} role="alert">
          {failureText(state)}
        </p>
      )}
      <Button size="small" onClick={check} disabled={state === 'checking'}>
        {state === 'checking' ? text('send_checking') : text('send_checkAgain')}
      </Button>
    </>
  )
}
