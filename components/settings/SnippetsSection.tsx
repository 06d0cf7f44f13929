import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Snippet } from '../../lib/domain/snippet.ts'
import { text } from '../../lib/domain/texts.ts'
import { newIntentId } from '../../lib/store/intents/newIntentId.ts'
import { deleteSnippet, saveSnippet } from '../../lib/store/intents/userMade.ts'
import { allSnippets } from '../../lib/store/queries/snippets.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { useUndo } from '../triage/useUndo.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ItemRow } from './ItemRow.tsx'
import { Group, Note } from './Section.tsx'
import { SnippetForm } from './SnippetForm.tsx'
import { SnippetTransfer } from './SnippetTransfer.tsx'

/** Texts the user sends again and again. */
export function SnippetsSection() {
  const snippets = useStored(allSnippets)
  const write = useIntent()
  const { offer } = useUndo()
  /** Id of the one being edited, 'new', or null. */
  const [editing, setEditing] = useState<string | null>(null)
  if (!snippets) return null
  const close = () => setEditing(null)
  const forget = (snippet: Snippet) =>
    void write(async (db) => {
      await deleteSnippet(db, snippet.id)
      offer({
        words: text('settings_snippet_deleted', { name: snippet.name }),
        takeBack: (there) => saveSnippet(there, snippet),
      })
    })
  return (
    <>
      <Note>{text('settings_snippets_note')}</Note>
      <Group>
        {snippets.map((snippet) =>
          editing === snippet.id ? (
            <SnippetForm
              key={snippet.id}
              snippet={snippet}
              onCancel={close}
              onSave={(name, body) => {
                void write((db) => saveSnippet(db, { ...snippet, name, text: body }))
                close()
              }}
            />
          ) : (
            <ItemRow key={snippet.id} title={snippet.name} text={snippet.text}>
              <IconButton
                size={16}
                icon={Pencil}
                label={text('settings_item_edit', { name: snippet.name })}
                onClick={() => setEditing(snippet.id)}
              />
              <IconButton
                size={16}
                icon={Trash}
                tone="danger"
                label={text('settings_item_delete', { name: snippet.name })}
                onClick={() => forget(snippet)}
              />
            </ItemRow>
          ),
        )}
        {editing === 'new' ? (
          <SnippetForm
            onCancel={close}
            onSave={(name, body) => {
              void write((db, now) => saveSnippet(db, { id: newIntentId(now), name, text: body }))
              close()
            }}
          />
        ) : (
          <div>
            <Button onClick={() => setEditing('new')}>{text('settings_snippet_add')}</Button>
          </div>
        )}
        <SnippetTransfer snippets={snippets} />
      </Group>
    </>
  )
}
