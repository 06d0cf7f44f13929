import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { type KeyboardEvent, lazy, type RefObject, Suspense, useEffect, useId, useRef } from 'react'
import { text } from '../../lib/domain/texts.ts'
import { useAction } from '../actions/useAction.ts'
import { useLateSearchClient } from '../search/useSearch.ts'
import { useSuggestions } from '../search/useSuggestions.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/IconButton.tsx'
import field from '../ui/TextField.module.css'
import styles from './SearchBox.module.css'

const SuggestionRow = lazy(() => import('../search/SuggestionRow.tsx'))

/** So long (ms) Enter waits for what is found. */
const PATIENCE_MS = 3_000

interface SearchBoxProps {
  query: string
  onSearch: (query: string) => void
  /** The user goes on to what was found; false where nothing is there yet. */
  onFound: () => boolean
  /** Whether the user came here to search, which is taken off then. */
  seeking: RefObject<boolean>
}

/** Searches while the user types, and says how the query may go on. */
export function SearchBox({ query, onSearch, onFound, seeking }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const client = useLateSearchClient()
  const { suggestions, active, move, leave } = useSuggestions(query)
  const listId = useId()
  const searching = query.trim() !== ''
  useAction('search', () => input.current?.select())
  useEffect(() => {
    if (seeking.current) input.current?.select()
    seeking.current = false
  }, [seeking])

  /** To what was found. What is still being looked for is waited for, until something else is typed or done. */
  function goOn(until: number) {
    const box = input.current
    if (onFound() || performance.now() > until) return
    requestAnimationFrame(() => {
      if (box?.value === query && document.activeElement === box) goOn(until)
    })
  }

  function search(typed: string) {
    if (typed.trim() !== '') client?.foresee(typed)
    onSearch(typed)
  }

  function clear() {
    onSearch('')
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key } = event
    const chosen = suggestions[active]
    if (event.nativeEvent.isComposing) return
    if ((key === 'ArrowDown' || key === 'ArrowUp') && suggestions.length > 0)
      move(key === 'ArrowDown' ? 1 : -1)
    else if ((key === 'Enter' || key === 'Tab') && chosen) search(chosen.query)
    else if (key === 'Enter' || key === 'ArrowDown') goOn(performance.now() + PATIENCE_MS)
    else if (key === 'Escape' && chosen) leave()
    else if (key === 'Escape' && query !== '') clear()
    else return
    event.preventDefault()
    // It was for the box alone.
    event.stopPropagation()
  }

  return (
    <>
      <search className={styles.search}>
        <Search size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
        <input
          ref={input}
          type="search"
          className={cx(field.field, styles.input)}
          aria-label={text('panel_search')}
          // A search box that completes, as far as its role may say so.
          aria-autocomplete="list"
          aria-controls={suggestions.length > 0 ? listId : undefined}
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          placeholder={text('panel_search')}
          autoComplete="off"
          dir="auto"
          value={query}
          // Whoever goes here is about to search: the text is read in meanwhile.
          onFocus={client?.warm}
          onBlur={leave}
          onChange={({ target }) => search(target.value)}
          onKeyDown={onKeyDown}
        />
        {query !== '' && (
          <IconButton
            size={16}
            icon={X}
            label={text('panel_clearSearch')}
            className={styles.clear}
            onClick={clear}
          />
        )}
      </search>
      {searching && (
        <Suspense fallback={<div className={styles.row} />}>
          <SuggestionRow
            id={listId}
            query={query}
            suggestions={suggestions}
            active={active}
            onAccept={(suggestion) => {
              search(suggestion.query)
              input.current?.focus()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
