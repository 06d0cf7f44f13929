import { useId, useRef } from 'react'
import type { Participant } from '../../lib/domain/participant.ts'
import { personIdOf } from '../../lib/domain/personNote.ts'
import { text } from '../../lib/domain/texts.ts'
import { saveNotes } from '../../lib/store/intents/personNotes.ts'
import { notesOn } from '../../lib/store/queries/personNotes.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { Button } from '../ui/Button.tsx'
import { cx } from '../ui/cx.ts'
import { Dialog } from '../ui/Dialog.tsx'
import field from '../ui/TextField.module.css'
import styles from './NoteDialog.module.css'
import { useUndo } from './useUndo.ts'

interface NoteDialogProps {
  conversationId: string
  people: readonly Participant[]
  onClose: () => void
}

/** What the user keeps in mind about the people of a conversation. */
export function NoteDialog({ conversationId, people, onClose }: NoteDialogProps) {
  const ids = people.map((person) => personIdOf(person, conversationId))
  const notes = useStored((db) => notesOn(db, ids), [ids.join('\n')])
  const form = useRef<HTMLFormElement>(null)
  const intend = useIntent()
  const { offer } = useUndo()
  const base = useId()
  if (!notes) return null

  async function save() {
    const texts = new FormData(form.current ?? undefined)
    const written = await intend(async (db, now) => {
      const before = ids.map((personId, at) => notes?.[at] ?? { personId, text: '', updatedAt: now })
      const after = before.map(({ personId }) => ({
        personId,
        text: String(texts.get(personId) ?? '').trim(),
        updatedAt: now,
      }))
      const changed = after.filter((note, at) => note.text !== before[at]?.text)
      if (changed.length === 0) return
      await saveNotes(db, changed)
      const earlier = before.filter(({ personId }) => changed.some((note) => note.personId === personId))
      offer({ words: text('note_saved'), takeBack: (there) => saveNotes(there, earlier) })
    })
    if (written) onClose()
  }

  return (
    <Dialog
      title={people.length === 1 ? noteOn(people[0]) : text('note_onThem')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('common_cancel')}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {text('note_save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={styles.notes}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        }}
      >
        <p className={styles.hint}>{text('note_hint')}</p>
        {people.map((person, index) => (
          <div key={ids[index]}>
            <label
              htmlFor={`${base}${index}`}
              className={cx(people.length === 1 ? 'visually-hidden' : styles.name)}
            >
              {noteOn(person)}
            </label>
            <textarea
              id={`${base}${index}`}
              name={ids[index]}
              className={cx(field.field, styles.text)}
              dir="auto"
              rows={people.length === 1 ? 5 : 2}
              defaultValue={notes[index]?.text ?? ''}
            />
          </div>
        ))}
      </form>
    </Dialog>
  )
}

function noteOn(person: Participant | undefined): string {
  return person?.name ? text('note_on', { name: person.name }) : text('note_onSomebody')
}
