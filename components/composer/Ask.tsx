import { useEffect, useRef, useState } from 'react'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { momentText } from '../ui/timeText.ts'
import styles from './Ask.module.css'
import type { Question } from './useGuard.ts'

interface AskProps {
  question: Question
  /** Who the message is to. */
  name: string
  onSend: () => void
  onCancel: () => void
}

/** Asks, in place, before a message goes out. The safe way out has the focus, so that a second Enter sends nothing. */
export function Ask({ question, name, onSend, onCancel }: AskProps) {
  const [now] = useState(() => Date.now())
  const cancel = useRef<HTMLButtonElement>(null)
  useEffect(() => cancel.current?.focus(), [])
  return (
    <fieldset
      className={styles.ask}
      aria-label="Before sending"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <Banner
        tone="warning"
        action={
          <>
            <Button size="small" onClick={onSend}>
              Send anyway
            </Button>
            <Button ref={cancel} size="small" variant="ghost" onClick={onCancel}>
              Cancel
            </Button>
          </>
        }
      >
        {question.about === 'elsewhere' ? (
          <>
            <bdi>{name}</bdi> already talks with your account <bdi>{question.accountName}</bdi>; last message{' '}
            {momentText(question.at, now)}.
          </>
        ) : (
          <>
            <bdi>{name}</bdi> already got “<bdi>{question.snippetName}</bdi>” {momentText(question.at, now)}.
          </>
        )}
      </Banner>
    </fieldset>
  )
}
