import { useEffect, useId, useRef, useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { Button } from '../ui/Button.tsx'
import field from '../ui/TextField.module.css'
import styles from './Form.module.css'

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
        className={field.field}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
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
