import { useEffect, useId, useRef, useState } from 'react'
import { counted, text } from '../../lib/domain/texts.ts'
import { type PassphraseProblem, passphraseProblem, SHORTEST_PASSPHRASE } from '../../lib/vault/passphrase.ts'
import { Button } from '../ui/Button.tsx'
import { SecretInput } from '../ui/SecretInput.tsx'
import form from './Form.module.css'
import styles from './PassphraseForm.module.css'

interface PassphraseFormProps {
  action: string
  busy: boolean
  onSeal: (passphrase: string) => void
  onCancel: () => void
}

/** Asks for a new passphrase, twice; what was typed stays where something is wrong. */
export function PassphraseForm({ action, busy, onSeal, onCancel }: PassphraseFormProps) {
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<PassphraseProblem | null>(null)
  const problemId = problem ? `${id}-problem` : undefined
  useEffect(() => first.current?.focus(), [])

  function submit() {
    const typed = first.current?.value ?? ''
    const found = passphraseProblem(typed, second.current?.value ?? '')
    setProblem(found)
    if (found === null) return onSeal(typed)
    const wrong = found === 'tooShort' ? first : second
    wrong.current?.focus()
  }

  return (
    <form
      className={form.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) submit()
      }}
    >
      <label htmlFor={`${id}-first`}>{text('settings_passphrase_new')}</label>
      <SecretInput
        id={`${id}-first`}
        ref={first}
        chosenHere
        invalid={problem === 'tooShort'}
        problemId={problemId}
      />
      <label htmlFor={`${id}-second`}>{text('settings_passphrase_repeat')}</label>
      <SecretInput
        id={`${id}-second`}
        ref={second}
        chosenHere
        invalid={problem === 'different'}
        problemId={problemId}
      />
      {problem && (
        <p id={problemId} role="alert" className={styles.problem}>
          {problem === 'tooShort'
            ? counted('settings_passphrase_tooShort', SHORTEST_PASSPHRASE)
            : text('settings_passphrase_different')}
        </p>
      )}
      <div className={form.actions}>
        <Button type="submit" variant="primary" disabled={busy} aria-busy={busy}>
          {busy ? text('settings_passphrase_locking') : action}
        </Button>
        <Button variant="ghost" disabled={busy} onClick={onCancel}>
          {text('common_cancel')}
        </Button>
      </div>
    </form>
  )
}
