import TextQuote from 'lucide-react/icons/text-quote'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { fillSnippet, type SnippetValues } from '../../lib/domain/snippetText.ts'
import { text } from '../../lib/domain/texts.ts'
import { allSnippets } from '../../lib/store/queries/snippets.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import { useStored } from '../hooks/useStored.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { SnippetLabel } from './SnippetLabel.tsx'

const Menu = lazy(async () => ({ default: (await import('../ui/Menu.tsx')).Menu }))

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
  const itemOf = ({ id, name, text: words }: Snippet) => {
    const filled = fillSnippet(words, values)
    // The menu gives the focus back first; then it goes to the box.
    const choose = () => void afterPaint().then(() => onChoose(filled))
    return { id, name: <SnippetLabel name={name} text={filled} />, onChoose: choose }
  }
  return (
    <>
      <IconButton
        ref={button}
        label={text('composer_snippets')}
        icon={TextQuote}
        size={16}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <Menu
            label={text('composer_snippets')}
            side="top"
            anchor={button.current}
            items={snippets.map(itemOf)}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
