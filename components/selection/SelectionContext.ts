import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Selection } from './Selection.ts'

/** The selection of the list above; null where a list has none, as in the popup. */
export const SelectionContext = createContext<Selection | null>(null)

const never = () => () => undefined
const NONE: readonly string[] = []

/** The chosen conversations, and the selection itself to change it. */
export function useSelection(): { ids: readonly string[]; selection: Selection | null } {
  const selection = useContext(SelectionContext)
  const ids = useSyncExternalStore(selection?.subscribe ?? never, () => selection?.getIds() ?? NONE)
  return { ids, selection }
}

/** Whether a conversation is chosen, and whether any is; asks for no new picture when another one is. */
export function useSelected(id: string): {
  selected: boolean
  selecting: boolean
  selection: Selection | null
} {
  const selection = useContext(SelectionContext)
  const subscribe = selection?.subscribe ?? never
  const selected = useSyncExternalStore(subscribe, () => selection?.has(id) ?? false)
  const selecting = useSyncExternalStore(subscribe, () => (selection?.getIds().length ?? 0) > 0)
  return { selected, selecting, selection }
}
