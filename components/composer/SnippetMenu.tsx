import TextQuote from 'lucide-react/icons/text-quote'
import { useEffect, useRef, useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { fillSnippet, type SnippetValues } from '../../lib/domain/snippetText.ts'
import { allSnippets } from '../../lib/store/queries/snippets.ts'
import { useStored } from '../hooks/useStored.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { SnippetLabel } from './SnippetLabel.tsx'
import styles from './SnippetMenu.module.css'

const NONE: Snippet[] = []

interface SnippetMenuProps {
  values: SnippetValues
  onChoose: (text: string) => void
}

/** The user's snippets; nothing where they have none. */
export function SnippetMenu({ values, onChoose }: SnippetMenuProps) {
  const snippets = useStored(allSnippets, [], NONE)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (!snippets || snippets.length === 0) return null
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div className={styles.place}>
      <IconButton
        ref={button}
        label="Snippets"
        icon={TextQuote}
        size={16}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <SnippetChoices
          snippets={snippets}
          values={values}
          onClose={close}
          onLeave={() => setOpen(false)}
          onChoose={(text) => {
            setOpen(false)
            onChoose(text)
          }}
        />
      )}
    </div>
  )
}

interface SnippetChoicesProps extends SnippetMenuProps {
  snippets: readonly Snippet[]
  onClose: () => void
  onLeave: () => void
}

function SnippetChoices({ snippets, values, onChoose, onClose, onLeave }: SnippetChoicesProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  const move = (event: { key: string; preventDefault: () => void }) => {
    const buttons = [...(menu.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    buttons.at(to % buttons.length)?.focus()
  }
  return (
    <div
      ref={menu}
      role="menu"
      aria-label="Snippets"
      className={styles.menu}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          onClose()
        } else move(event)
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
    >
      {snippets
        .map(({ id, name, text }) => ({ id, name, text: fillSnippet(text, values) }))
        .map(({ id, name, text }) => (
          <button
            key={id}
            type="button"
            role="menuitem"
            className={styles.item}
            onClick={() => onChoose(text)}
          >
            <SnippetLabel name={name} text={text} />
          </button>
        ))}
    </div>
  )
}
