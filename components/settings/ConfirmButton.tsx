import { useEffect, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ConfirmButton.module.css'

interface ConfirmButtonProps {
  /** What the first button says. */
  label: string
  /** What happens, said before it does. */
  question: string
  /** What the button that does it says. */
  confirm: string
  onConfirm: () => void
}

/** A button that asks back, in place, before it does something that cannot be undone. */
export function ConfirmButton({ label, question, confirm, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false)
  const cancel = useRef<HTMLButtonElement>(null)
  // The safe way out gets the focus, so that a second Enter does not confirm what the first asked for.
  useEffect(() => {
    if (asking) cancel.current?.focus()
  }, [asking])
  if (!asking) return <Button onClick={() => setAsking(true)}>{label}</Button>
  return (
    <fieldset className={styles.ask} aria-label={label}>
      <p role="alert" className={styles.question}>
        {question}
      </p>
      <Button
        variant="danger"
        onClick={() => {
          setAsking(false)
          onConfirm()
        }}
      >
        {confirm}
      </Button>
      <Button ref={cancel} variant="ghost" onClick={() => setAsking(false)}>
        {text('common_cancel')}
      </Button>
    </fieldset>
  )
}
