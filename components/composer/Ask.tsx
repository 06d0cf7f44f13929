import { useEffect, useRef, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { RichText } from '../ui/RichText.tsx'
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
  const person = <bdi>{name}</bdi>
  const moment = momentText(question.at, now)
  return (
    <fieldset
      className={styles.ask}
      aria-label={text('ask_label')}
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
              {text('ask_sendAnyway')}
            </Button>
            <Button ref={cancel} size="small" variant="ghost" onClick={onCancel}>
              {text('ask_cancel')}
            </Button>
          </>
        }
      >
        {question.about === 'elsewhere' ? (
          <RichText
            id="ask_elsewhere"
            values={{ name: person, account: <bdi>{question.accountName}</bdi>, moment }}
          />
        ) : (
          <RichText
            id="ask_gotSnippet"
            values={{ name: person, snippet: <bdi>{question.snippetName}</bdi>, moment }}
          />
        )}
      </Banner>
    </fieldset>
  )
}
