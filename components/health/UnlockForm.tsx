import { useEffect, useId, useRef } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { SecretInput } from '../ui/SecretInput.tsx'
import styles from './UnlockForm.module.css'
import { useUnlock } from './useUnlock.ts'

interface UnlockFormProps {
  onForgotten: () => void
}

/** Asks for the passphrase. */
export function UnlockForm({ onForgotten }: UnlockFormProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const { busy, failure, unlock } = useUnlock()
  useEffect(() => {
    if (failure) input.current?.focus()
  }, [failure])
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void unlock(input.current?.value ?? '')
      }}
    >
      <label htmlFor={id}>{text('health_passphrase')}</label>
      <div className={styles.line}>
        <SecretInput
          id={id}
          ref={input}
          className={styles.input}
          invalid={failure !== null}
          problemId={failure ? `${id}-failure` : undefined}
        />
        <Button type="submit" variant="primary" className={styles.submit} aria-busy={busy} disabled={busy}>
          {text(busy ? 'health_unlocking' : 'health_unlock')}
        </Button>
      </div>
      {failure && (
        <p id={`${id}-failure`} role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      <button type="button" className={styles.forgotten} onClick={onForgotten}>
        {text('health_forgotIt')}
      </button>
    </form>
  )
}
