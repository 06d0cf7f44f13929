import { useEffect, useId, useRef } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { SecretInput } from '../ui/SecretInput.tsx'
import field from '../ui/TextField.module.css'
import styles from './KeyForm.module.css'
import { useConnect } from './useConnect.ts'

interface KeyFormProps {
  onConnected?: () => void
  /** "Connect", or what else pressing it means. */
  action: string
  autoFocus?: boolean
  /** The present key is sealed: its passphrase seals the new one too. */
  askPassphrase?: boolean
}

/** Asks for the API key and tries it. */
export function KeyForm({ onConnected, action, autoFocus = false, askPassphrase = false }: KeyFormProps) {
  const input = useRef<HTMLInputElement>(null)
  const passphrase = useRef<HTMLInputElement>(null)
  const id = useId()
  const { busy, failure, connect } = useConnect(() => {
    for (const { current } of [input, passphrase]) if (current) current.value = ''
    onConnected?.()
  })
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])
  useEffect(() => {
    if (failure) input.current?.focus()
  }, [failure])

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void connect(input.current?.value ?? '', passphrase.current?.value)
      }}
    >
      <label className={styles.label} htmlFor={id}>
        {text('onboarding_apiKey')}
      </label>
      <SecretInput
        id={id}
        ref={input}
        className={field.large}
        placeholder={text('onboarding_pasteKey')}
        invalid={failure !== null}
        problemId={failure ? `${id}-failure` : undefined}
      />
      {askPassphrase && (
        <>
          <label className={styles.label} htmlFor={`${id}-passphrase`}>
            {text('onboarding_passphrase')}
          </label>
          <SecretInput id={`${id}-passphrase`} ref={passphrase} className={field.large} />
        </>
      )}
      {failure && (
        <div id={`${id}-failure`}>
          <Banner>{failure}</Banner>
        </div>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" className={styles.submit} aria-busy={busy} disabled={busy}>
          {busy ? text('onboarding_checking') : action}
        </Button>
        <a href="https://connectsafely.ai/api-key" target="_blank" rel="noreferrer">
          {text('onboarding_getKey')}
        </a>
      </div>
    </form>
  )
}
