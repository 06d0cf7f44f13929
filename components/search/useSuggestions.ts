import { useEffect, useState, useSyncExternalStore } from 'react'
import type { SearchSuggestion } from '../../lib/domain/searchSuggestions.ts'
import { useLateSearchClient } from './useSearch.ts'

interface Suggestions {
  suggestions: readonly SearchSuggestion[]
  /** Position of the one the keyboard is at; -1 for none. */
  active: number
  /** Goes to the next (1) or the one before (-1), round and round. */
  move: (by: 1 | -1) => void
  leave: () => void
}

const NONE: readonly SearchSuggestion[] = []
const never = () => () => undefined
const none = () => null

/** How the query may go on, as the search worker says, and where among that the keyboard is. */
export function useSuggestions(query: string): Suggestions {
  const client = useLateSearchClient()
  const answer = useSyncExternalStore(client?.subscribe ?? never, client?.getAnswer ?? none)
  const suggestions = answer?.query === query ? answer.suggestions : NONE
  const [active, setActive] = useState(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query has other suggestions
  useEffect(() => setActive(-1), [query])
  return {
    suggestions,
    active: active < suggestions.length ? active : -1,
    move: (by) =>
      setActive((at) => (at + by + suggestions.length + (at < 0 && by < 0 ? 1 : 0)) % suggestions.length),
    leave: () => setActive(-1),
  }
}
