import { useState } from 'react'
import type { Label } from '../../lib/domain/label.ts'
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
import { type Deed, labelling } from './deeds.ts'

interface LabelPickerProps {
  ids: readonly string[]
  anchor: HTMLElement | null
  onAct: (deed: Deed) => void
  onClose: () => void
}

const NEW = 'new'

/** The labels of one conversation or of many, put on and taken off; what is typed can become a new one. */
export function LabelPicker({ ids, anchor, onAct, onClose }: LabelPickerProps) {
  const labels = useStored(allLabels)
  const given = useStored((db) => labelsOfAll(db, ids), [ids])
  const intend = useIntent()
  const [text, setText] = useState('')
  if (!labels || !given) return null
  const name = text.trim()
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
      label="Labels, seen by you only"
      placeholder="Label as…"
      groups={[
        {
          name: labels.length > 0 ? 'Only you see labels' : '',
          items: labels.map((label) => ({
            id: label.id,
            name: label.name,
            mark: <LabelDot hue={label.hue} />,
            checked: given.includes(label.id),
          })),
        },
        { name: 'New label', last: true, items: isNew ? [{ id: NEW, name: `Create “${name}”` }] : [] },
      ]}
      anchor={anchor}
      empty="No labels yet. Type a name to make one; only you see it."
      onQuery={setText}
      onChoose={(choice) => void choose(choice)}
      onClose={onClose}
    />
  )
}
