import { useMemo, useState } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { conversationNames } from '../../lib/store/queries/conversationNames.ts'
import { afterPaint } from '../hooks/afterPaint.ts'
import { useSettings } from '../hooks/useSettings.ts'
import { useStored } from '../hooks/useStored.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { type Choice, type ChoiceGroup, FilterList } from '../ui/FilterList.tsx'
import { Keys } from '../ui/Keys.tsx'
import type { ActionRegistry } from './ActionRegistry.ts'
import { ACTIONS, type ActionId } from './actionTable.ts'
import { keysOf } from './keymap.ts'

/** How many of each kind are shown at a time. */
const SHOWN = 30

interface PaletteProps {
  /** The actions that did something when it was opened. */
  offered: ReadonlySet<ActionId>
  registry: ActionRegistry
  onOpen: (conversationId: string) => void
  onClose: () => void
}

/** Everything that can be done and everybody who can be gone to, found by typing. */
export function Palette({ offered, registry, onOpen, onClose }: PaletteProps) {
  const settings = useSettings()
  const [asked, setAsked] = useState(false)
  const names = useStored(conversationNames)

  const groups = useMemo((): ChoiceGroup[] => {
    const actions = ACTIONS.filter(({ id }) => id !== 'palette' && offered.has(id)).map((action): Choice => {
      const press = settings && keysOf(action, settings)[0]
      const name = action.group === 'goTo' ? text('palette_goTo', { place: action.name }) : action.name
      return {
        id: action.id,
        name,
        words: text(`actionGroup_${action.group}`),
        ...(press ? { hint: <Keys press={press} /> } : {}),
      }
    })
    const people = (names ?? []).map(
      ({ id, title }): Choice => ({ id, name: title, mark: <Avatar name={title} size={24} /> }),
    )
    return [
      { name: text('palette_actions'), items: actions },
      // Before anything is asked for, the names would only hide what can be done.
      { name: text('palette_conversations'), items: asked ? people : [] },
    ]
  }, [offered, settings, names, asked])

  function choose({ id }: Choice): void {
    onClose()
    const action = ACTIONS.find((one) => one.id === id)
    if (!action) onOpen(id)
    // What it acts on is where the focus is, which is back there once the palette is gone.
    else void afterPaint().then(() => registry.run([action.id]))
  }

  return (
    <Dialog title={text('palette_title')} bare onClose={onClose}>
      <FilterList
        label={text('palette_label')}
        placeholder={text('palette_placeholder')}
        groups={groups}
        limit={SHOWN}
        onQuery={(query) => setAsked(query.trim() !== '')}
        onChoose={choose}
        empty={text('palette_nothing')}
      />
    </Dialog>
  )
}
