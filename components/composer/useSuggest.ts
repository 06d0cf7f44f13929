import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { type SuggestToken, suggestTokenAt } from '../../lib/domain/suggestToken.ts'

/** What the list of suggestions does with a key that was pressed in the box. */
export interface SuggestionsHandle {
  /** True where the key was the list's. */
  onKey: (event: KeyboardEvent) => boolean
}

/** The option the arrow keys are on, for the box to name. */
export interface ActiveOption {
  listId: string
  optionId: string
}

/** Which suggestions the text at the caret of a box asks for, and what the box must say of their list. */
export function useSuggest(box: RefObject<HTMLTextAreaElement | null>) {
  const [token, setToken] = useState<SuggestToken | null>(null)
  const [active, setActive] = useState<ActiveOption | null>(null)
  const list = useRef<SuggestionsHandle>(null)
  /** Where the user closed the list: it stays closed while they go on with that word. */
  const closedAt = useRef<number | null>(null)

  function follow(): void {
    const { current } = box
    if (!current) return
    const { value, selectionStart, selectionEnd } = current
    const found = selectionStart === selectionEnd ? suggestTokenAt(value, selectionStart) : null
    if (!found) closedAt.current = null
    const next = found && found.from !== closedAt.current ? found : null
    setToken((last) => (isSame(last, next) ? last : next))
  }

  return {
    token,
    list,
    setActive,
    follow,
    close(): void {
      closedAt.current = token?.from ?? null
      setToken(null)
    },
    onKey: (event: KeyboardEvent): boolean => token !== null && (list.current?.onKey(event) ?? false),
    /** For the box: a list it steers stands open, and the option it is on. */
    describes: active &&
      token && {
        'aria-controls': active.listId,
        'aria-activedescendant': active.optionId,
        'aria-autocomplete': 'list' as const,
      },
  }
}

function isSame(a: SuggestToken | null, b: SuggestToken | null): boolean {
  return a === b || (a?.kind === b?.kind && a?.from === b?.from && a?.query === b?.query)
}
