import Pencil from 'lucide-react/icons/pencil'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Label } from '../../lib/domain/label.ts'
import { text } from '../../lib/domain/texts.ts'
import { deleteLabel, restoreLabel, saveLabel } from '../../lib/store/intents/labels.ts'
import { newIntentId } from '../../lib/store/intents/newIntentId.ts'
import { allLabels } from '../../lib/store/queries/labels.ts'
import { useIntent } from '../hooks/useIntent.ts'
import { useStored } from '../hooks/useStored.ts'
import { useUndo } from '../triage/useUndo.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ItemRow } from './ItemRow.tsx'
import { LabelDot } from './LabelDot.tsx'
import { LabelForm } from './LabelForm.tsx'
import { Group, Note } from './Section.tsx'

/** Words of the user's own to sort conversations by. */
export function LabelsSection() {
  const labels = useStored(allLabels)
  const write = useIntent()
  const { offer } = useUndo()
  /** Id of the one being edited, 'new', or null. */
  const [editing, setEditing] = useState<string | null>(null)
  if (!labels) return null
  const close = () => setEditing(null)
  const forget = (label: Label) =>
    void write(async (db) => {
      const deleted = await deleteLabel(db, label)
      offer({
        words: text('settings_label_deleted', { name: label.name }),
        takeBack: (there) => restoreLabel(there, deleted),
      })
    })
  return (
    <>
      <Note>{text('settings_labels_note')}</Note>
      <Group>
        {labels.map((label) =>
          editing === label.id ? (
            <LabelForm
              key={label.id}
              label={label}
              onCancel={close}
              onSave={(name, hue) => {
                void write((db) => saveLabel(db, { ...label, name, hue }))
                close()
              }}
            />
          ) : (
            <ItemRow key={label.id} mark={<LabelDot hue={label.hue} />} title={label.name}>
              <IconButton
                size={16}
                icon={Pencil}
                label={text('settings_item_edit', { name: label.name })}
                onClick={() => setEditing(label.id)}
              />
              <IconButton
                size={16}
                icon={Trash}
                tone="danger"
                label={text('settings_item_delete', { name: label.name })}
                onClick={() => forget(label)}
              />
            </ItemRow>
          ),
        )}
        {editing === 'new' ? (
          <LabelForm
            onCancel={close}
            onSave={(name, hue) => {
              void write((db, now) => saveLabel(db, { id: newIntentId(now), name, hue }))
              close()
            }}
          />
        ) : (
          <div>
            <Button onClick={() => setEditing('new')}>{text('settings_label_add')}</Button>
          </div>
        )}
      </Group>
    </>
  )
}
