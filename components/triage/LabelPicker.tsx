import { type RefObject, useState } from 'react'
import type { Label } from '../../lib/domain/label.ts'
import { text } from '../../lib/domain/texts.ts'
import { saveLabel } from '../../lib/store/intents/labels.ts'
import { newIntentId } from '../../lib/store/intents/newIntentId.ts'
import { allLabels } from '../../lib/store/queries/labels.ts'
import { labelsOfAll } from '../../lib/store/queries/triage.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { LabelDot } from '../settings/LabelDot.tsx'
import type { Choice } from '../ui/FilterList.tsx'
import { hueOf } from '../ui/hueOf.ts'
import { Picker } from '../ui/Picker.tsx'
import { TypedAhead } from '../ui/TypedAhead.tsx'
import { type Deed, labelling } from './deeds.ts'

interface LabelPickerProps {
  ids: readonly string[]
  anchor: HTMLElement | null
  /** What was typed before it was there. */
  begun: RefObject<string>
  onAct: (deed: Deed) => void
  onClose: () => void
}

const NEW = 'new'

/** The labels of one conversation or of many, put on and taken off; what is typed can become a new one. */
export function LabelPicker({ ids, anchor, begun, onAct, onClose }: LabelPickerProps) {
  const labels = useStored(allLabels)
  const given = useStored((db) => labelsOfAll(db, ids), [ids])
  const intend = useIntent()
  const [typed, setTyped] = useState('')
  if (!labels || !given) return <TypedAhead begun={begun} onClose={onClose} />
  const name = typed.trim()
  const isNew = name !== '' && !labels.some((label) => label.name.toLowerCase() === name.toLowerCase())

  async function choose({ id }: Choice) {
    onClose()
    const known = labels?.find((label) => label.id === id)
    if (known) return onAct(labelling(known, !given?.includes(known.id)))
    const made: Label = { id: newIntentId(Date.now()), name, hue: hueOf(name) }
    if (await intend((db) => saveLabel(db, made))) onAct(labelling(made, true))
  }

  return (
    <Picker
      label={text('labels_label')}
      placeholder={text('labels_placeholder')}
      groups={[
        {
          name: labels.length > 0 ? text('labels_onlyYou') : '',
          items: labels.map((label) => ({
            id: label.id,
            name: label.name,
            mark: <LabelDot hue={label.hue} />,
            checked: given.includes(label.id),
          })),
        },
        {
          name: text('labels_new'),
          last: true,
          items: isNew ? [{ id: NEW, name: text('labels_create', { name }) }] : [],
        },
      ]}
      anchor={anchor}
      begun={begun}
      empty={text('labels_none')}
      onQuery={setTyped}
      onChoose={(choice) => void choose(choice)}
      onClose={onClose}
    />
  )
}
