import Clock from 'lucide-react/icons/clock-3'
import StickyNote from 'lucide-react/icons/sticky-note'
import Timer from 'lucide-react/icons/timer'
import X from 'lucide-react/icons/x'
import { lazy, Suspense, useState } from 'react'
import type { Conversation } from '../../lib/domain/conversation.ts'
import type { Label } from '../../lib/domain/label.ts'
import type { Participant } from '../../lib/domain/participant.ts'
import { type PersonNote, personIdOf } from '../../lib/domain/personNote.ts'
import { text } from '../../lib/domain/texts.ts'
import { allLabels } from '../../lib/store/queries/labels.ts'
import { notesOn } from '../../lib/store/queries/personNotes.ts'
import { useStored } from '../hooks/useStored.ts'
import { reminding } from '../triage/deeds.ts'
import { dueText } from '../triage/dueText.ts'
import { useTriage } from '../triage/useTriage.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { LabelChip } from '../ui/LabelChip.tsx'
import styles from './ThreadKept.module.css'

const NoteDialog = lazy(async () => ({ default: (await import('../triage/NoteDialog.tsx')).NoteDialog }))

const NO_LABELS: Label[] = []
const NO_NOTES: (PersonNote | undefined)[] = []

interface ThreadKeptProps {
  conversation: Conversation
  people: readonly Participant[]
}

/** What the user keeps with this conversation and its people: labels, times, notes. Nothing where there is none. */
export function ThreadKept({ conversation, people }: ThreadKeptProps) {
  const { id, labels, snoozedUntil, remindAt } = conversation
  const known = useStored(allLabels, [], NO_LABELS)
  const ids = people.map((person) => personIdOf(person, id))
  const notes = useStored((db) => notesOn(db, ids), [ids.join('\n')], NO_NOTES)?.filter(
    (note) => note !== undefined,
  )
  const [editing, setEditing] = useState(false)
  const { act } = useTriage()
  const named = known?.filter((label) => labels.includes(label.id)) ?? []
  const nothing = named.length === 0 && snoozedUntil === null && remindAt === null && !notes?.length
  if (nothing && !editing) return null
  return (
    <div className={styles.kept}>
      {named.map(({ id: labelId, name, hue }) => (
        <LabelChip key={labelId} name={name} hue={hue} />
      ))}
      {snoozedUntil !== null && (
        <span className={styles.fact}>
          <Clock size={12} strokeWidth={2} aria-hidden />
          {text('thread_snoozedUntil', { moment: dueText(snoozedUntil) })}
        </span>
      )}
      {remindAt !== null && (
        <span className={styles.fact}>
          <Timer size={12} strokeWidth={2} aria-hidden />
          {text('thread_comesBack', { moment: dueText(remindAt) })}
          <IconButton
            size={16}
            icon={X}
            label={text('thread_noReminder')}
            className={styles.small}
            onClick={() => void act([id], reminding(null))}
          />
        </span>
      )}
      {notes?.map((note) => (
        <button
          key={note.personId}
          type="button"
          className={styles.note}
          title={text('thread_note_hint')}
          onClick={() => setEditing(true)}
        >
          <StickyNote size={12} strokeWidth={2} aria-hidden />
          <span className="visually-hidden">{text('thread_noteRead')}</span>
          <span className={styles.text} dir="auto">
            {note.text}
          </span>
        </button>
      ))}
      {editing && (
        <Suspense>
          <NoteDialog conversationId={id} people={people} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </div>
  )
}
