import { lazy, type RefObject, Suspense, useContext, useState } from 'react'
import type { ListFilter } from '../../lib/domain/listFilter.ts'
import type { ActionId } from '../actions/actionTable.ts'
import { RegistryContext, useAction } from '../actions/useAction.ts'
import { besideInList, type ListPlace } from '../conversation-list/ListPlace.ts'
import { usePlatform } from '../platform/PlatformContext.tsx'
import { useUndo } from '../triage/useUndo.ts'
import { TypedAhead } from '../ui/TypedAhead.tsx'

const KeySheet = lazy(async () => ({ default: (await import('../actions/KeySheet.tsx')).KeySheet }))
const Palette = lazy(async () => ({ default: (await import('../actions/Palette.tsx')).Palette }))

interface PanelKeysProps {
  /** The conversation that covers the list; null where the list is on the page. */
  covering: string | null
  place: RefObject<ListPlace>
  onOpen: (conversationId: string) => void
  /** Null where there is nothing to go back from. */
  onBack: (() => void) | null
  onShow: (filter: ListFilter) => void
  onWrite: () => void
  /** Leads to the search box; null where it is on the page. */
  onSearch: (() => void) | null
}

/** The keys that work everywhere in the panel, with what they open over it. */
export function PanelKeys({ covering, place, onOpen, onBack, onShow, onWrite, onSearch }: PanelKeysProps) {
  const platform = usePlatform()
  const registry = useContext(RegistryContext)
  const [sheet, setSheet] = useState(false)
  const [offered, setOffered] = useState<ReadonlySet<ActionId> | null>(null)
  const beside = (steps: number) => () => {
    const id = covering === null ? null : besideInList(place.current, covering, steps)
    return id === null ? false : onOpen(id)
  }
  useAction('next', covering === null ? null : beside(1))
  useAction('previous', covering === null ? null : beside(-1))
  useAction('back', onBack)
  useAction('goInbox', () => onShow('all'))
  useAction('goUnread', () => onShow('unread'))
  useAction('goWaitingMe', () => onShow('waitingMe'))
  useAction('goWaitingThem', () => onShow('waitingThem'))
  useAction('goStarred', () => onShow('starred'))
  useAction('goSnoozed', () => onShow('snoozed'))
  useAction('goDone', () => onShow('done'))
  useAction('undo', useUndo().undoLast)
  useAction('goSettings', () => platform.openOptions())
  useAction('newConversation', onWrite)
  useAction('search', onSearch)
  useAction('syncNow', () => void platform.command('syncNow', {}))
  useAction('keySheet', () => setSheet(true))
  useAction('palette', () => setOffered(registry?.available() ?? null))
  return (
    <Suspense fallback={<TypedAhead />}>
      {sheet && <KeySheet onClose={() => setSheet(false)} />}
      {offered && registry && (
        <Palette offered={offered} registry={registry} onOpen={onOpen} onClose={() => setOffered(null)} />
      )}
    </Suspense>
  )
}
