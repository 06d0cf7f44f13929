import { useEffect, useId, useRef, useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { SNIPPET_BLANKS } from '../../lib/domain/snippetText.ts'
import { text } from '../../lib/domain/texts.ts'
import { Button } from '../ui/Button.tsx'
import { insertAtCaret } from '../ui/insertAtCaret.ts'
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
  const [body, setBody] = useState(snippet?.text ?? '')
  const first = useRef<HTMLInputElement>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const complete = name.trim() !== '' && body.trim() !== ''
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) onSave(name.trim(), body)
      }}
    >
      <label htmlFor={`${id}-name`}>{text('settings_item_name')}</label>
      <input
        id={`${id}-name`}
        ref={first}
        className={field.field}
        dir="auto"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <label htmlFor={`${id}-text`}>{text('settings_snippet_text')}</label>
      <textarea
        id={`${id}-text`}
        ref={area}
        className={field.field}
        dir="auto"
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <div className={styles.actions}>
        {SNIPPET_BLANKS.map((blank) => (
          <Button
            key={blank}
            size="small"
            aria-label={text('settings_snippet_insert', { blank })}
            onClick={() => area.current && insertAtCaret(area.current, blank)}
          >
            <bdi dir="ltr">{blank}</bdi>
          </Button>
        ))}
      </div>
      {body.trim() !== '' && <SnippetPreview text={body} />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={!complete}>
          {text('common_save')}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {text('common_cancel')}
        </Button>
      </div>
    </form>
  )
}
