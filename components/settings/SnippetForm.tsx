import { useEffect, useId, useRef, useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { SNIPPET_BLANKS } from '../../lib/domain/snippetText.ts'
import { insertAtCaret } from '../composer/insertAtCaret.ts'
import { Button } from '../ui/Button.tsx'
import field from '../ui/TextField.module.css'
import styles from './Form.module.css'
import { SnippetPreview } from './SnippetPreview.tsx'

interface SnippetFormProps {
  /** The one to change; a new one where left out. */
  snippet?: Snippet
  onSave: (name: string, text: string) => void
  onCancel: () => void
}

/** Makes or changes a snippet. */
export function SnippetForm({ snippet, onSave, onCancel }: SnippetFormProps) {
  const id = useId()
  const [name, setName] = useState(snippet?.name ?? '')
  const [text, setText] = useState(snippet?.text ?? '')
  const first = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const complete = name.trim() !== '' && text.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) onSave(name.trim(), text)
      }}
    >
      <label htmlFor={`${id}-name`}>Name</label>
      <input
        id={`${id}-name`}
        ref={first}
        className={field.field}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-text`}>Text</label>
      <textarea
        id={`${id}-text`}
        ref={area}
        className={field.field}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.actions}>
        {SNIPPET_BLANKS.map((blank) => (
          <Button
            key={blank}
            size="small"
            aria-label={`Insert ${blank}`}
            onClick={() => area.current && insertAtCaret(area.current, blank)}
          >
            <bdi dir="ltr">{blank}</bdi>
          </Button>
        ))}
      </div>
      {text.trim() !== '' && <SnippetPreview text={text} />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={!complete}>
          Save
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
